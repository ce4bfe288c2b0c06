"""What databricks.yml says is what the Databricks CLI would deploy, and what it cannot say is unknown."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from checker.errors import UsageError
from checker.model import Location
from tests.reading import Seen, read_or_refuse, see

if TYPE_CHECKING:
    from pathlib import Path


def bundle(folder: Path, text: str, *, target: str | None = None, **files: str) -> Seen:
    """The bundle with this databricks.yml and these other files; `resources__x` is resources/x.yml."""
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(content), encoding="utf-8")
    root = folder / "databricks.yml"
    root.write_text(dedent(text), encoding="utf-8")
    return see(root, target=target)


def facts(seen: Seen) -> dict[str, Any]:
    values: dict[str, Any] = seen.resources["bundle"]["values"]
    return values


def job(text: str, **more: str) -> str:
    """A bundle with one job, whose attributes are these."""
    head = "".join(f"{name}: {value}\n" for name, value in more.items())
    return f"bundle: {{name: b}}\n{head}resources:\n  jobs:\n    j:\n" + dedent(text).replace("\n", "\n      ").join(
        ("      ", "\n")
    )


TARGETS = """
bundle: {name: b}
targets:
  dev: {mode: development, default: true}
  prod: {mode: production}
"""


@pytest.mark.parametrize(
    ("text", "wanted", "chosen"),
    [
        (TARGETS, None, "dev"),
        (TARGETS, "prod", "prod"),
        ("bundle: {name: b}\ntargets: {prod: }\n", None, "prod"),
        ("bundle: {name: b}\nenvironments: {old: {mode: production}}\n", None, "old"),
        ("bundle: {name: b}\n", None, None),
        ("bundle: {name: b}\n", "prod", "prod"),
    ],
    ids=["default", "named", "only one", "environments", "none", "none, but named"],
)
def test_chooses_the_target(text: str, wanted: str | None, chosen: str | None, tmp_path: Path) -> None:
    assert bundle(tmp_path, text, target=wanted).document.target == chosen


def test_names_the_nearest_target(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no target prd") as error:
        bundle(tmp_path, TARGETS, target="prd")
    assert error.value.hint == "did you mean prod?"
    with pytest.raises(UsageError, match="no target x") as error:
        bundle(tmp_path, TARGETS, target="x")
    assert error.value.hint == "it has dev, prod"


@pytest.mark.parametrize(
    ("defaults", "message"),
    [("false", "a bundle with several targets and no default"), ("true", "a bundle with several default targets")],
)
def test_does_not_guess_the_target(defaults: str, message: str, tmp_path: Path) -> None:
    root = tmp_path / "databricks.yml"
    root.write_text(f"bundle: {{name: b}}\ntargets:\n  a: {{default: {defaults}}}\n  b: {{default: {defaults}}}\n")
    refused = read_or_refuse(root)
    assert (refused.message, refused.hint) == (message, "say which: --target a")  # type: ignore[union-attr]


def test_a_target_overrides_the_rest(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    workspace: {host: https://a.example.com}
    resources:
      jobs:
        j:
          name: before
          max_concurrent_runs: 2
          tags: {a: "1", b: "2"}
          tasks:
            - task_key: one
              timeout_seconds: 1
            - task_key: two
    run_as: {user_name: ann@example.com}
    targets:
      prod:
        workspace: {host: https://b.example.com}
        run_as: {service_principal_name: sp}
        resources:
          jobs:
            j:
              name: after
              tags: {b: "3"}
              tasks:
                - task_key: one
                  max_retries: 3
                - task_key: three
    """
    values = bundle(tmp_path, text).resources["databricks_job.j"]["values"]
    assert values["name"] == "after"
    assert values["max_concurrent_runs"] == 2
    assert values["tags"] == {"a": "1", "b": "3"}
    assert values["task"] == [
        {"task_key": "one", "timeout_seconds": 1, "max_retries": 3},
        {"task_key": "two"},
        {"task_key": "three"},
    ]
    assert values["run_as"] == [{"service_principal_name": "sp"}]
    assert facts(bundle(tmp_path, text))["workspace"]["host"] == "https://b.example.com"


@pytest.mark.parametrize(
    ("variables", "value"),
    [
        ("x: {default: one}", "one"),
        ('x: {default: "${var.y}-z"}\n  y: {default: why}', "why-z"),
        ("x: {default: 7}", 7),
        ("x: {default: {a: {b: [0, deep]}}}", {"a": {"b": [0, "deep"]}}),
    ],
    ids=["text", "of another variable", "number", "complex"],
)
def test_variables_have_their_defaults(variables: str, value: object, tmp_path: Path) -> None:
    text = (
        f"bundle: {{name: b}}\nvariables:\n  {variables}\nresources:\n  jobs:\n    j: {{description: '${{var.x}}'}}\n"
    )
    assert bundle(tmp_path, text).resources["databricks_job.j"]["values"]["description"] == value


def test_a_path_into_a_complex_variable(tmp_path: Path) -> None:
    text = job('description: "${var.x.a[1]}/${bundle.target}"', variables="{x: {default: {a: [one, two]}}}")
    assert bundle(tmp_path, text).resources["databricks_job.j"]["values"]["description"] == "two/default"


def test_a_target_sets_variables(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    variables:
      short: {default: a}
      long: {default: a}
      found: {default: a}
      whole: {default: {x: 1}, type: complex}
    resources: {jobs: {j: {tags: {short: "${var.short}", long: "${var.long}", found: "${var.found}"}}}}
    targets:
      prod:
        variables:
          short: b
          long: {default: c}
          found: {lookup: {cluster: shared}}
          whole: {y: 2}
    """
    seen = bundle(tmp_path, text)
    assert seen.resources["databricks_job.j"]["values"]["tags"] == {"short": "b", "long": "c"}
    assert seen.resources["databricks_job.j"]["unknown"]["tags"] == {"found": True}
    assert facts(seen)["variables"] == {"short": "b", "long": "c", "whole": {"y": 2}}


@pytest.mark.parametrize(
    "reference",
    [
        "${var.nothing}",
        "${var.looked_up}",
        "${workspace.current_user.userName}",
        "x-${workspace.current_user.short_name}",
        "${bundle.git.commit}",
        "${resources.jobs.other.id}",
        "${resources.jobs.nowhere.name}",
    ],
)
def test_what_the_files_do_not_tell_is_unknown(reference: str, tmp_path: Path) -> None:
    text = f"""
    bundle: {{name: b}}
    variables:
      nothing: {{description: set when deploying}}
      looked_up: {{lookup: {{cluster: shared}}}}
    resources:
      jobs:
        j: {{description: "{reference}"}}
        other: {{name: o}}
    """
    view = bundle(tmp_path, text).resources["databricks_job.j"]
    assert "description" not in view["values"]
    assert view["unknown"]["description"] is True


@pytest.mark.parametrize("text", ["${secrets.x}", "${}", "$${x", "${a b}", "${DB_NAME}", "{{job.id}}"])
def test_other_dollars_stay_as_they_are(text: str, tmp_path: Path) -> None:
    seen = bundle(tmp_path, job(f"description: '{text}'"))
    assert seen.resources["databricks_job.j"]["values"]["description"] == text


def test_references_to_resources_are_links(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    resources:
      schemas:
        s: {name: gold, catalog_name: main}
      registered_models:
        m: {name: model, catalog_name: main, schema_name: "${resources.schemas.s.name}"}
      jobs:
        j: {description: "${resources.registered_models.m.id} of ${resources.schemas.s.name}"}
    """
    seen = bundle(tmp_path, text)
    model = seen.resources["databricks_registered_model.m"]
    assert model["values"]["schema_name"] == "gold"
    assert model["links"] == {"schema_name": ["databricks_schema.s"]}
    assert seen.resources["databricks_job.j"]["links"] == {
        "description": ["databricks_registered_model.m", "databricks_schema.s"]
    }


def test_permissions_and_grants_become_resources(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    resources:
      experiments:
        e: {name: /Shared/e, permissions: [{level: CAN_READ, group_name: users}]}
      registered_models:
        m: {name: m, grants: [{principal: account users, privileges: [EXECUTE]}]}
      schemas:
        s: {name: s, grants: [{principal: a, privileges: [SELECT]}, {principal: a, privileges: [SELECT, MODIFY]}]}
      secret_scopes:
        x: {name: x, permissions: [{level: READ, user_name: ann@example.com}]}
      model_serving_endpoints:
        p: {name: p, permissions: [{level: CAN_QUERY, service_principal_name: sp}]}
    """
    seen = bundle(tmp_path, text)
    assert seen.each("values")["databricks_permissions.mlflow_experiment_e"] == {
        "access_control": [{"group_name": "users", "permission_level": "CAN_READ"}]
    }
    assert seen.each("unknown")["databricks_permissions.mlflow_experiment_e"] == {"experiment_id": True}
    assert seen.each("links")["databricks_permissions.mlflow_experiment_e"] == {
        "experiment_id": ["databricks_mlflow_experiment.e"]
    }
    assert seen.each("links")["databricks_grants.registered_model_m"] == {"function": ["databricks_registered_model.m"]}
    assert seen.each("values")["databricks_grants.schema_s"] == {
        "grant": [{"principal": "a", "privileges": ["SELECT", "MODIFY"]}]
    }
    assert seen.each("values")["databricks_secret_acl.secret_acl_x_0"] == {
        "principal": "ann@example.com",
        "permission": "READ",
    }
    assert seen.each("links")["databricks_permissions.model_serving_p"] == {
        "serving_endpoint_id": ["databricks_model_serving.p"]
    }


def test_the_bundle_s_permissions_hold_for_each_resource(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    permissions:
      - {level: CAN_RUN, group_name: runners}
      - {level: CAN_VIEW, group_name: own}
    resources:
      jobs: {j: {permissions: [{level: CAN_MANAGE, group_name: own}]}}
      experiments: {e: {name: /Shared/e}}
      schemas: {s: {name: s}}
    """
    values = bundle(tmp_path, text).each("values")
    assert values["databricks_permissions.job_j"]["access_control"] == [
        {"group_name": "own", "permission_level": "CAN_MANAGE"},
        {"group_name": "runners", "permission_level": "CAN_MANAGE_RUN"},
    ]
    assert values["databricks_permissions.mlflow_experiment_e"]["access_control"] == [
        {"group_name": "own", "permission_level": "CAN_READ"}
    ]
    assert [address for address in values if "schema" in address] == ["databricks_schema.s"]


def test_presets(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    presets: {name_prefix: "[dev Ann] ", tags: {team: ml}, trigger_pause_status: PAUSED, jobs_max_concurrent_runs: 9}
    resources:
      jobs:
        j: {name: train, tags: {team: own}, schedule: {quartz_cron_expression: x}, trigger: {pause_status: UNPAUSED}}
      experiments: {e: {name: /Shared/runs}, bare: {name: runs}}
      registered_models: {m: {name: model}}
      pipelines: {p: {name: etl, continuous: true}}
      sql_warehouses: {w: {name: wh}}
    """
    values = bundle(tmp_path, text).each("values")
    assert values["databricks_job.j"]["name"] == "[dev Ann] train"
    assert values["databricks_job.j"]["tags"] == {"team": "own"}
    assert values["databricks_job.j"]["schedule"] == [{"quartz_cron_expression": "x", "pause_status": "PAUSED"}]
    assert values["databricks_job.j"]["trigger"] == [{"pause_status": "UNPAUSED"}]
    assert values["databricks_job.j"]["max_concurrent_runs"] == 9
    assert values["databricks_mlflow_experiment.e"]["name"] == "/Shared/[dev Ann] runs"
    assert values["databricks_mlflow_experiment.bare"]["name"] == "[dev Ann] runs"
    assert values["databricks_mlflow_experiment.e"]["tags"] == [{"key": "team", "value": "ml"}]
    assert values["databricks_registered_model.m"]["name"] == "dev_ann_model"
    assert values["databricks_pipeline.p"]["continuous"] is False
    assert values["databricks_sql_endpoint.w"]["tags"] == [{"custom_tags": [{"key": "team", "value": "ml"}]}]


def test_development_mode_renames_after_whoever_deploys(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    resources:
      jobs: {j: {name: train, schedule: {quartz_cron_expression: x}}}
      pipelines: {p: {name: etl}}
    targets: {dev: {mode: development}}
    """
    seen = bundle(tmp_path, text)
    job_view = seen.resources["databricks_job.j"]
    assert job_view["unknown"]["name"] is True
    assert job_view["unknown"]["tags"] == {"dev": True}
    assert job_view["values"]["schedule"][0]["pause_status"] == "PAUSED"
    assert job_view["values"]["max_concurrent_runs"] == 4
    assert seen.resources["databricks_pipeline.p"]["values"]["development"] is True


def test_defaults_of_jobs(tmp_path: Path) -> None:
    values = bundle(tmp_path, job("description: d")).resources["databricks_job.j"]["values"]
    assert values["name"] == "Untitled"
    assert values["max_concurrent_runs"] == 1
    assert values["queue"] == [{"enabled": True}]
    assert values["edit_mode"] == "UI_LOCKED"


@pytest.mark.parametrize(
    ("root_path", "folder"),
    [
        ("/Workspace/Applications/x", "/Workspace/Applications/x"),
        ("/Shared/x", "/Workspace/Shared/x"),
        ("/Users/7c1f0a4e/x", "/Workspace/Users/7c1f0a4e/x"),
    ],
)
def test_where_a_bundle_lies(root_path: str, folder: str, tmp_path: Path) -> None:
    seen = bundle(tmp_path, job("name: n", workspace=f"{{root_path: {root_path}}}"))
    assert seen.resources["databricks_job.j"]["values"]["deployment"] == [
        {"kind": "BUNDLE", "metadata_file_path": f"{folder}/state/metadata.json"}
    ]
    assert facts(seen)["workspace"]["file_path"] == f"{folder}/files"


@pytest.mark.parametrize(
    "root_path", ["", "root_path: ~/x", "root_path: '/Users/${workspace.current_user.userName}/x'"]
)
def test_the_home_of_whoever_deploys(root_path: str, tmp_path: Path) -> None:
    seen = bundle(tmp_path, job("name: n", workspace=f"{{{root_path}}}"))
    assert seen.resources["databricks_job.j"]["unknown"]["deployment"] == [{"metadata_file_path": True}]
    assert facts(seen)["workspace"] == {"in_home_of_deployer": True}


def test_code_lies_where_it_is_uploaded(tmp_path: Path) -> None:
    part = """
    resources:
      jobs:
        j:
          tasks:
            - task_key: a
              notebook_task: {notebook_path: ../src/a.py}
              libraries: [{whl: ../dist/x-1-py3-none-any.whl}, {whl: dbfs:/x.whl}, {pypi: {package: p}}]
            - task_key: b
              spark_python_task: {python_file: ./b.py}
            - task_key: c
              notebook_task: {notebook_path: src/c, source: GIT}
            - task_key: d
              notebook_task: {notebook_path: ../../outside}
            - task_key: e
              notebook_task: {notebook_path: /Workspace/x}
    """
    text = "bundle: {name: b}\ninclude: [resources/*.yml]\nworkspace: {root_path: /Workspace/x}\n"
    view = bundle(tmp_path, text, resources__j=part).resources["databricks_job.j"]
    a, b, c, d, e = view["values"]["task"]
    assert a["notebook_task"] == [{"notebook_path": "/Workspace/x/files/src/a"}]
    assert a["library"] == [
        {"whl": "/Workspace/x/artifacts/.internal/x-1-py3-none-any.whl"},
        {"whl": "dbfs:/x.whl"},
        {"pypi": [{"package": "p"}]},
    ]
    assert b["spark_python_task"] == [{"python_file": "/Workspace/x/files/resources/b.py"}]
    assert c["notebook_task"] == [{"notebook_path": "src/c", "source": "GIT"}]
    assert d["notebook_task"] == [{}]
    assert view["unknown"]["task"] == [False, False, False, {"notebook_task": [{"notebook_path": True}]}]
    assert e["notebook_task"] == [{"notebook_path": "/Workspace/x"}]


def test_every_attribute_knows_its_place(tmp_path: Path) -> None:
    part = "resources:\n  jobs:\n    j:\n      name: n\n      tasks:\n        - task_key: t\n          max_retries: 3\n"
    seen = bundle(tmp_path, "bundle: {name: b}\ninclude: [resources/*.yml]\n", resources__j=part)
    (found,) = [each for each in seen.document.resources if each.address == "databricks_job.j"]
    file = (tmp_path / "resources/j.yml").as_posix()
    assert found.place_of("task[0].max_retries") == Location(file=file, line=7, column=24)
    assert found.place_of("task[0].timeout_seconds") == Location(file=file, line=6, column=11)
    assert found.place_of("task[7].x") == Location(file=file, line=5, column=7)
    assert found.place_of("nothing") == found.location == Location(file=file, line=3, column=5)


def problems(seen: Seen, folder: Path) -> list[tuple[str, str]]:
    """Place below the folder, and message."""
    return [(str(each.location).removeprefix(f"{folder.as_posix()}/"), each.message) for each in seen.document.problems]


def test_includes(tmp_path: Path) -> None:
    text = "bundle: {name: b}\ninclude: ['resources/*.yml', 'resources/*/*.yml', './resources/a.yml', '*.yml']\n"
    a = "resources: {jobs: {a: {name: a}}}\ninclude: [b.yml]"
    seen = bundle(tmp_path, text, resources__a=a, resources__b="resources: {jobs: {b: {name: b}}}", extra="")
    assert problems(seen, tmp_path) == []
    assert sorted(seen.tree["resources"]["databricks_job"]) == ["databricks_job.a", "databricks_job.b"]


@pytest.mark.parametrize(
    ("include", "message"),
    [
        ("nowhere.yml", "the included file does not exist"),
        ("../outside.yml", "an include that leaves the bundle's folder"),
        ("link.yml", "an include that leaves the bundle's folder"),
        ("/etc/hosts", "an include that is no relative path"),
        ("notes.txt", "an included file that is neither YAML nor JSON"),
    ],
)
def test_includes_that_cannot_be_read(include: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("resources: {}")
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "notes.txt").write_text("hello")
    (folder / "link.yml").symlink_to(tmp_path / "outside.yml")
    seen = bundle(folder, f"bundle: {{name: b}}\ninclude:\n  - {include}\nresources: {{jobs: {{j: }}}}\n")
    assert problems(seen, folder) == [("databricks.yml:3:5", message)]
    assert "databricks_job.j" in seen.resources


def test_a_part_that_is_broken_is_told_and_the_rest_looked_at(tmp_path: Path) -> None:
    text = "bundle: {name: b}\ninclude: [resources/*.yml]\nresources: {jobs: {j: {name: n}}}\n"
    seen = bundle(tmp_path, text, resources__a="resources: [", resources__b="- list", resources__c="")
    assert [place for place, _ in problems(seen, tmp_path)] == ["resources/a.yml:2:1", "resources/b.yml:1:1"]
    assert "databricks_job.j" in seen.resources


def test_one_key_in_two_files(tmp_path: Path) -> None:
    text = "bundle: {name: b}\ninclude: [more.yml]\nresources: {jobs: {j: {name: one}}}\n"
    seen = bundle(tmp_path, text, more="resources: {jobs: {j: {name: two}}}")
    assert problems(seen, tmp_path) == [("more.yml:1:23", "the resource jobs.j is defined in two files")]


def test_references_in_a_circle(tmp_path: Path) -> None:
    text = job("name: '${var.a}'", variables="{a: {default: '${var.b}'}, b: {default: '${var.a}'}}")
    seen = bundle(tmp_path, text)
    assert seen.resources["databricks_job.j"]["unknown"]["name"] is True
    assert "leads back to itself" in problems(seen, tmp_path)[0][1]


def test_a_variable_that_nobody_declared(tmp_path: Path) -> None:
    seen = bundle(tmp_path, job("name: '${var.nobody}'"))
    assert problems(seen, tmp_path)[0][1] == "the variable nobody is not declared"


def test_secrets_are_masked_wherever_they_go(tmp_path: Path) -> None:
    text = job(
        'spark: {p: "${var.db_password}", q: "x ${var.db_password} y", t: dapi0123456789abcdef0123456789abcdef}',
        variables="{db_password: {default: hunter2-in-a-bundle-1}, plain: {default: '${var.db_password}'}}",
    )
    seen = bundle(tmp_path, text)
    assert b"hunter2" not in seen.document.text
    assert b"dapi0" not in seen.document.text
    assert seen.resources["bundle"]["secrets"]["variables.db_password"]["kind"] == "named"


def test_names_that_presets_will_change_are_not_known_to_others(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    resources:
      schemas: {s: {name: gold, catalog_name: main}}
      registered_models:
        m:
          schema_name: "${resources.schemas.s.name}"
          catalog_name: "${resources.schemas.s.catalog_name}"
    targets: {dev: {mode: development}}
    """
    model = bundle(tmp_path, text).resources["databricks_registered_model.m"]
    assert model["unknown"]["schema_name"] is True
    assert model["links"]["schema_name"] == ["databricks_schema.s"]
    assert model["values"]["catalog_name"] == "main"


def test_code_from_git_stays_where_it_is(tmp_path: Path) -> None:
    text = job(
        "git_source: {git_url: https://git.example.com/x.git, git_branch: main}\n"
        "tasks: [{notebook_task: {notebook_path: x}}]"
    )
    values = bundle(tmp_path, text).resources["databricks_job.j"]["values"]
    assert values["task"][0]["notebook_task"] == [{"notebook_path": "x"}]
    assert values["git_source"] == [{"url": "https://git.example.com/x.git", "branch": "main"}]


def test_an_include_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "parts.yml").mkdir()
    seen = bundle(tmp_path, "bundle: {name: b}\ninclude: [parts.yml]\n")
    assert problems(seen, tmp_path) == [("databricks.yml:2:11", "an include that is no file")]


def test_what_is_not_known_stays_so_through_defaults(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    variables: {x: {description: set when deploying}}
    permissions: [{level: "${var.x}", group_name: g}, {level: CAN_VIEW, group_name: h}]
    presets: {tags: {team: ml}}
    resources:
      jobs: {j: {name: n, tags: "${var.x}", schedule: "${var.x}", tasks: "${var.x}"}}
      experiments: {e: {name: /Shared/e, tags: "${var.x}", permissions: "${var.x}"}}
    """
    seen = bundle(tmp_path, text)
    unknown = seen.resources["databricks_job.j"]["unknown"]
    assert {name: unknown.get(name) for name in ("tags", "schedule", "task")} == dict.fromkeys(
        ("tags", "schedule", "task"), True
    )
    permissions = seen.resources["databricks_permissions.job_j"]
    assert permissions["values"]["access_control"] == [
        {"group_name": "g"},
        {"group_name": "h", "permission_level": "CAN_VIEW"},
    ]
    assert permissions["unknown"]["access_control"] == [{"permission_level": True}]
    assert seen.resources["databricks_mlflow_experiment.e"]["unknown"]["tags"] is True
    assert seen.resources["databricks_permissions.mlflow_experiment_e"]["unknown"]["access_control"] is True


def test_permissions_of_the_bundle_that_are_not_known(tmp_path: Path) -> None:
    text = job("name: n", variables="{x: {description: d}}", permissions='"${var.x}"')
    seen = bundle(tmp_path, text)
    assert seen.resources["databricks_permissions.job_j"]["unknown"] == {"access_control": True, "job_id": True}


def test_a_mode_that_is_not_known_may_rename_everything(tmp_path: Path) -> None:
    text = """
    bundle: {name: b}
    variables: {mode: {description: set when deploying}}
    resources: {jobs: {j: {name: n, schedule: {quartz_cron_expression: x}}}}
    targets: {prod: {mode: "${var.mode}"}}
    """
    unknown = bundle(tmp_path, text).resources["databricks_job.j"]["unknown"]
    assert (unknown["name"], unknown["max_concurrent_runs"]) == (True, True)
    assert unknown["schedule"] == [{"pause_status": True}]


def doubling(value: str) -> str:
    """Variables of which each holds the one before twice."""
    lines = "".join(f"  v{n}: {{default: {value.replace('X', str(n - 1))}}}\n" for n in range(1, 40))
    head = "bundle: {name: b}\nvariables:\n  v0: {default: [x, x]}\n"
    return f"{head}{lines}resources: {{jobs: {{j: {{name: '${{var.v39}}'}}}}}}\n"


@pytest.mark.parametrize(
    "text",
    [
        doubling("['${var.vX}', '${var.vX}']"),
        doubling("'${var.vX}${var.vX}'").replace("[x, x]", "x"),
        "bundle: {name: b}\nvariables:\n  v: {default: ["
        + "x, " * 50_000
        + "x]}\nresources: {jobs: {"
        + "".join(f"j{n}: {{tags: '${{var.v}}'}}, " for n in range(20))
        + "}}\n",
    ],
    ids=["lists", "texts", "one large variable, often"],
)
def test_references_that_multiply(text: str, tmp_path: Path) -> None:
    root = tmp_path / "databricks.yml"
    root.write_text(text, encoding="utf-8")
    refused = read_or_refuse(root)
    assert refused.message == "references that make more than 300,000 values"  # type: ignore[union-attr]
