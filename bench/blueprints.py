"""What the root module, a team's module and a project's module of the benchmark declare.

Made to be compliant in the usual case; `Module.setting` slips now and then. All names, ids and
secrets are invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.expressions import UNKNOWN, Expression, expressions_in, planned, prior, template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.modules import Instance, Module
    from bench.shapes import Values

TAGS: Final = {"cost_center": "cc-42", "env": "prod", "owner": "data-platform"}
_HOST: Final = "https://adb-1234567890123456.7.azuredatabricks.net"
_DEPLOYER: Final = "7c1f0a4e-1111-4222-8333-444455556666"
_RUNTIME: Final = "15.4.x-scala2.12"
_NODE: Final = "Standard_DS3_v2"
_LEAVERS: Final = 0.3
"""Share of the teams that somebody has left."""
_POLICY: Final = (
    '{"data_security_mode":{"type":"fixed","value":"USER_ISOLATION"},'
    '"autotermination_minutes":{"type":"range","maxValue":60,"defaultValue":30},'
    '"custom_tags.cost_center":{"type":"fixed","value":"cc-42"},'
    '"custom_tags.owner":{"type":"fixed","value":"data-platform"},'
    '"autoscale.max_workers":{"type":"range","maxValue":8}}'
)


def root(module: Module, *, groups: int, retired: int) -> Mapping[str, Expression]:
    """The platform's own resources; hands back what the teams' modules take as input."""
    catalog = module.add(
        "databricks_catalog",
        "main",
        {"name": _target(), "comment": "Production data of all teams.", "isolation_mode": "ISOLATED",
         "storage_root": "abfss://main@acmeprod.dfs.core.windows.net/main", "owner": "data-platform",
         "properties": TAGS},
        computed=lambda values: {"id": values["name"], "full_name": values["name"]},
    )  # fmt: skip
    module.add(
        "databricks_grants",
        "catalog",
        {"catalog": catalog.ref("name"),
         "grant": [{"principal": "data-engineers", "privileges": ["USE_CATALOG"]},
                   {"principal": "data-platform", "privileges": ["MANAGE"]}]},
        computed=lambda values: {"id": f"catalog/{values['catalog']}"},
    )  # fmt: skip
    module.read("databricks_current_user", "me", {}, computed={"id": "4711", "user_name": _DEPLOYER})
    _root_settings(module, catalog)
    _root_groups(module, groups)
    _root_retired(module, retired)
    return {"catalog": catalog.ref("name")}


def team(module: Module) -> Mapping[str, Expression]:
    """A team's schema, compute, groups and ingestion; hands back what its projects take."""
    runner = module.add(
        "databricks_service_principal",
        "runner",
        {"display_name": template("{domain}-runner", domain=_prefix(module)), "active": True},
        computed=lambda _: {"application_id": _application_id(module)},
    )
    schema = module.add(
        "databricks_schema",
        "main",
        {"catalog_name": module.var("catalog"), "name": _prefix(module), "owner": "data-platform",
         "comment": template("Tables and models of {domain}.", domain=_prefix(module)), "properties": TAGS},
        computed=lambda values: {"id": f"{values['catalog_name']}.{values['name']}"},
    )  # fmt: skip
    policy = module.add(
        "databricks_cluster_policy",
        "jobs",
        {"name": template("{domain} jobs", domain=_prefix(module)), "definition": _POLICY,
         "max_clusters_per_user": 4, "description": "For the jobs of this team."},
        computed=lambda _: dict.fromkeys(("id", "policy_id"), module.number()),
    )  # fmt: skip
    _permit(module, "jobs_policy", {"cluster_policy_id": policy.ref("id")}, "CAN_USE", group="data-engineers")
    _team_grants(module, schema)
    _team_tables(module, schema)
    _team_members(module)
    _team_secrets(module, runner)
    _team_compute(module, policy)
    _team_ingestion(module, schema, runner, policy)
    return {
        "catalog": schema.ref("catalog_name"),
        "schema": schema.ref("name"),
        "runner": runner.ref("application_id"),
        "policy_id": policy.ref("id"),
        "prefix": _prefix(module),
    }


def project(module: Module) -> None:
    """An LLMOps project: model, experiment, their rights, jobs and endpoint."""
    number = module.each(module.key if isinstance(module.key, int) else 99, "count.index")
    name = template("{prefix}-p{number}", prefix=module.var("prefix"), number=number)
    model = module.add(
        "databricks_registered_model",
        "model",
        {"catalog_name": module.var("catalog"), "schema_name": module.var("schema"), "name": name,
         "storage_location": template("abfss://models@acmeprod.dfs.core.windows.net/{name}", name=name),
         "comment": template("Model of the project {name}.", name=name), "owner": "data-platform"},
        computed=_model_id,
    )  # fmt: skip
    module.add(
        "databricks_grants",
        "registered_model_model",
        {"function": model.ref("id"),
         "grant": [{"principal": module.setting("account users", "ml-interns"),
                    "privileges": module.setting(["EXECUTE"], ["ALL_PRIVILEGES", "EXECUTE"])}]},
        computed=lambda values: {"id": f"function/{values['function']}"},
    )  # fmt: skip
    experiment = module.add(
        "databricks_mlflow_experiment",
        "experiment",
        {"name": template("/Workspace/projects/prod-{name}", name=name),
         "description": template("Tracks the runs of {name}.", name=name)},
        computed=lambda _: {"lifecycle_stage": "active"},
    )  # fmt: skip
    level = module.setting("CAN_READ", "CAN_MANAGE")
    _permit(module, "mlflow_experiment_experiment", {"experiment_id": experiment.ref("id")}, level, group="users")
    training = _training_job(module, name, model, experiment)
    _permit(module, "model_training_job", {"job_id": training.ref("id")}, "CAN_VIEW", group="data-engineers")
    batch = _batch_job(module, name, model)
    _permit(module, "batch_inference_job", {"job_id": batch.ref("id")}, "CAN_VIEW", group="data-engineers")
    _serving(module, name, model)
    _project_files(module, name)
    module.outputs["training_job_id"] = training.ref("id")


def _root_settings(module: Module, catalog: Instance) -> None:
    module.add(
        "databricks_workspace_binding",
        "main",
        {"securable_name": catalog.ref("name"), "securable_type": "catalog",
         "workspace_id": 1234567890123456, "binding_type": "BINDING_TYPE_READ_WRITE"},
    )  # fmt: skip
    module.add(
        "databricks_workspace_conf",
        "this",
        {"custom_config": {
            "enableDbfsFileBrowser": "false", "enableExportNotebook": "false",
            "enableIpAccessLists": "true", "enableNotebookTableClipboard": "false",
            "enableResultsDownloading": "false", "enableUploadDataUis": "false",
            "enableVerboseAuditLogs": "true", "enforceUserIsolation": "true", "maxTokenLifetimeDays": "30",
            "storeInteractiveNotebookResultsInCustomerAccount": "true"}},
    )  # fmt: skip
    later = module.add(
        "databricks_service_principal",
        "auditor",
        {"display_name": "auditor", "active": True},
        computed=lambda _: {"application_id": _application_id(module)},
    )
    module.read(
        "databricks_service_principal", "auditor", {"application_id": later.ref("application_id")},
        computed={"id": "4712", "active": True, "display_name": "auditor"}, later=True,
    )  # fmt: skip
    module.add(
        "databricks_token",
        "pipeline",
        {"comment": "For the release pipeline.", "lifetime_seconds": 604800},
        computed=lambda _: {"token_value": f"dapi{module.random.getrandbits(128):032x}"},
    )


def _root_groups(module: Module, count: int) -> None:
    by_name = {"for_each_expression": {"references": ["var.groups"]}}
    for number in range(count):
        key = f"group-{number:04}"
        module.add("databricks_group", "shared", {"display_name": module.each(key)}, index=key,
                   repetition=by_name)  # fmt: skip


def _root_retired(module: Module, count: int) -> None:
    for number in range(count):
        action = "forget" if number % 2 else "delete"
        module.add(
            "databricks_directory",
            f"retired_{number:04}",
            {"path": f"/Workspace/retired/{number:04}"},
            gone=(action, "delete_because_no_resource_config"),
        )


def _team_grants(module: Module, schema: Instance) -> None:
    module.add(
        "databricks_grants",
        "schema",
        {"schema": schema.ref("id"),
         "grant": [{"principal": "data-engineers", "privileges": ["MODIFY", "SELECT", "USE_SCHEMA"]},
                   {"principal": module.setting("analysts", "someone@example.com"),
                    "privileges": ["SELECT", "USE_SCHEMA"]}]},
        computed=lambda values: {"id": f"schema/{values['schema']}"},
    )  # fmt: skip
    for layer in ("bronze", "gold", "silver"):
        volume = module.add(
            "databricks_volume",
            "files",
            {"catalog_name": module.var("catalog"), "schema_name": schema.ref("name"),
             "name": module.each(layer), "volume_type": "MANAGED", "owner": "data-platform",
             "comment": template("Files of the layer {layer}.", layer=module.each(layer))},
            computed=_volume_id, index=layer, repetition={},
        )  # fmt: skip
        module.add(
            "databricks_grants",
            "files",
            {"volume": volume.ref("id", by="each.key"),
             "grant": [{"principal": "data-engineers", "privileges": ["READ_VOLUME", "WRITE_VOLUME"]}]},
            computed=lambda values: {"id": f"volume/{values['volume']}"}, index=layer, repetition={},
        )  # fmt: skip


def _team_tables(module: Module, schema: Instance) -> None:
    columns = [{"name": name, "type": kind, "comment": f"The {name} of the record."}
               for name, kind in (("id", "bigint"), ("email", "string"), ("amount", "decimal(18,2)"),
                                  ("created", "timestamp"), ("valid", "boolean"))]  # fmt: skip
    count = module.fitting(4)
    for number in range(count):
        module.add(
            "databricks_sql_table",
            "facts",
            {"catalog_name": module.var("catalog"), "schema_name": schema.ref("name"),
             "name": template("facts_{n}", n=module.each(number, "count.index")), "table_type": "MANAGED",
             "owner": module.setting("data-platform", "someone@example.com"),
             "data_source_format": "DELTA", "properties": TAGS, "comment": "Facts & <figures>.",
             "column": columns},
            computed=_table_id, index=number, repetition={"count_expression": {"constant_value": count}},
        )  # fmt: skip


def _team_members(module: Module) -> None:
    group = module.add("databricks_group", "analysts", {"display_name": template("{d}-analysts", d=_prefix(module))})
    for key in ("anna", "bert", "cleo", "dora", "egon"):
        leaver = ("delete", "delete_because_each_key") if key == "cleo" else None
        module.add(
            "databricks_group_member",
            "analysts",
            {"group_id": group.ref("id"), "member_id": module.each(f"{key}-{module.number()}", "each.value")},
            computed=lambda values: {"id": f"{values['group_id']}|{values['member_id']}"},
            index=key,
            repetition={"for_each_expression": {"references": ["var.settings"]}},
            gone=leaver if module.random.random() < _LEAVERS else None,
        )


def _team_secrets(module: Module, runner: Instance) -> None:
    scope = module.add(
        "databricks_secret_scope",
        "app",
        {"name": _prefix(module),
         "keyvault_metadata": [{"dns_name": "https://acme.vault.azure.net/",
                                "resource_id": "/subscriptions/0000/resourceGroups/acme/kv"}]},
        computed=lambda values: {"id": values["name"]},
    )  # fmt: skip
    module.add(
        "databricks_secret_acl",
        "runner",
        {"scope": scope.ref("name"), "principal": runner.ref("application_id"), "permission": "READ"},
        computed=lambda values: {"id": f"{values['scope']}|||{values['principal']}"},
    )
    module.add(
        "databricks_secret",
        "endpoint",
        {"scope": scope.ref("name"), "key": "endpoint",
         "string_value": module.setting(f"hunter2-{module.random.getrandbits(64):016x}",
                                        f"dapi{module.random.getrandbits(128):032x}")},
        computed=lambda values: {"id": f"{values['scope']}|||{values['key']}"},
    )  # fmt: skip


def _team_compute(module: Module, policy: Instance) -> None:
    pool = module.add(
        "databricks_instance_pool",
        "jobs",
        {"instance_pool_name": template("{d} pool", d=_prefix(module)), "node_type_id": _NODE,
         "idle_instance_autotermination_minutes": 15, "min_idle_instances": 0, "max_capacity": 20,
         "custom_tags": TAGS, "azure_attributes": [{"availability": "ON_DEMAND_AZURE"}]},
    )  # fmt: skip
    _permit(module, "jobs_pool", {"instance_pool_id": pool.ref("id")}, "CAN_ATTACH_TO", group="data-engineers")
    cluster = module.add(
        "databricks_cluster",
        "interactive",
        {"cluster_name": template("{d} interactive", d=_prefix(module)), "spark_version": _RUNTIME,
         "node_type_id": _NODE, "autotermination_minutes": module.setting(30, 0), "policy_id": policy.ref("id"),
         "data_security_mode": module.setting("USER_ISOLATION", "NONE"), "custom_tags": TAGS,
         "autoscale": [{"min_workers": 1, "max_workers": 4}], "enable_local_disk_encryption": True,
         "azure_attributes": [{"availability": "ON_DEMAND_AZURE", "first_on_demand": 1}],
         "cluster_log_conf": [{"volumes": [{"destination": "/Volumes/main/ops/logs"}]}],
         "library": [{"pypi": [{"package": "great-expectations==1.2.0"}]}],
         "spark_env_vars": {"DB_PASSWORD": "{{secrets/app/endpoint}}", "STAGE": "prod"}},
        computed=lambda _: _running(module),
    )  # fmt: skip
    _permit(module, "interactive", {"cluster_id": cluster.ref("id")}, "CAN_ATTACH_TO", group="data-engineers")
    warehouse = module.add(
        "databricks_sql_endpoint",
        "bi",
        {"name": template("{d} bi", d=_prefix(module)), "cluster_size": "Small",
         "auto_stop_mins": module.setting(15, 0), "warehouse_type": "PRO", "enable_serverless_compute": True,
         "max_num_clusters": 2, "min_num_clusters": 1, "channel": [{"name": "CHANNEL_NAME_CURRENT"}],
         "tags": [{"custom_tags": [{"key": key, "value": value} for key, value in TAGS.items()]}]},
        computed=lambda _: {"state": "STOPPED", "num_clusters": 0, "jdbc_url": f"jdbc:spark://{_HOST[8:]}"},
    )  # fmt: skip
    _permit(module, "bi", {"sql_endpoint_id": warehouse.ref("id")}, "CAN_USE", group="analysts")


def _team_ingestion(module: Module, schema: Instance, runner: Instance, policy: Instance) -> None:
    pipeline = module.add(
        "databricks_pipeline",
        "ingest",
        {"name": template("{d} ingest", d=_prefix(module)), "catalog": module.var("catalog"),
         "schema": schema.ref("name"), "channel": "CURRENT", "continuous": False, "development": False,
         "photon": True, "edition": "ADVANCED", "tags": TAGS,
         "cluster": [{"label": "default", "policy_id": policy.ref("id"), "custom_tags": TAGS,
                      "autoscale": [{"min_workers": 1, "max_workers": 4, "mode": "ENHANCED"}]}],
         "library": [{"notebook": [{"path": f"/Workspace/pipelines/{step}"}]}
                     for step in ("bronze", "silver", "gold")],
         "notification": [{"alerts": ["on-update-failure"], "email_recipients": ["ops@example.com"]}],
         "run_as": [{"service_principal_name": runner.ref("application_id")}]},
        computed=lambda _: {"state": "IDLE", "health": "HEALTHY"},
    )  # fmt: skip
    _permit(module, "ingest", {"pipeline_id": pipeline.ref("id")}, "CAN_VIEW", group="data-engineers")
    job = module.add(
        "databricks_job",
        "nightly",
        {**_job(module, template("{d} nightly", d=_prefix(module)), runner.ref("application_id")),
         "job_cluster": _job_cluster(policy.ref("id")),
         "task": [
             {"task_key": "ingest", "pipeline_task": [{"pipeline_id": pipeline.ref("id"),
                                                       "full_refresh": False}],
              "timeout_seconds": 7200, "max_retries": 1},
             _notebook("validate", "ingest"), _notebook("aggregate", "validate"),
             _notebook("publish", "aggregate"),
         ]},
        computed=lambda _: _running(module),
    )  # fmt: skip
    _permit(module, "nightly", {"job_id": job.ref("id")}, "CAN_VIEW", group="data-engineers")


def _training_job(module: Module, name: Expression, model: Instance, experiment: Instance) -> Instance:
    """As in the LLMOps project: a `dynamic` block of tasks, one after the other."""
    steps = ("data_preparation", "chatbot_chain", "offline_evaluation", "deploy_model")
    more = tuple(f"step_{number}" for number in range(module.random.randrange(3)))
    keys = (steps[0], *more, *steps[1:])
    tasks = [
        {**_notebook(key, before), "notebook_task": [
            {"notebook_path": f"/Workspace/prod/training/notebooks/{number:02}_{key}", "source": "WORKSPACE",
             "base_parameters": {"env": "prod", "experiment_name": experiment.ref("name"),
                                 "model_name": model.ref("id")}}]}
        for number, (key, before) in enumerate(zip(keys, (None, *keys), strict=False))
    ]  # fmt: skip
    return module.add(
        "databricks_job",
        "model_training_job",
        {**_job(module, template("prod-{name}-model-training-job", name=name), module.var("runner")),
         "job_cluster": _job_cluster(module.var("policy_id")),
         "task": _dynamic(tasks, experiment, model)},
        computed=lambda _: _running(module),
    )  # fmt: skip


def _batch_job(module: Module, name: Expression, model: Instance) -> Instance:
    task = _notebook("batch_inference_job", None)
    task["notebook_task"] = [
        {"notebook_path": "/Workspace/prod/deployment/batch_inference/notebooks/BatchInference",
         "base_parameters": {"env": "prod", "model_name": model.ref("id")}}
    ]  # fmt: skip
    return module.add(
        "databricks_job",
        "batch_inference_job",
        {**_job(module, template("prod-{name}-batch-inference-job", name=name), module.var("runner")),
         "job_cluster": _job_cluster(module.var("policy_id")), "task": [task],
         "parameter": [{"name": "env", "default": "prod"}, {"name": "limit", "default": "1000"}]},
        computed=lambda _: _running(module),
    )  # fmt: skip


def _serving(module: Module, name: Expression, model: Instance) -> None:
    guard = [{"pii": [{"behavior": "BLOCK"}], "safety": True}]
    endpoint = module.add(
        "databricks_model_serving",
        "endpoint",
        {"name": template("prod-{name}", name=name), "description": "Answers questions.",
         "ai_gateway": [{
             "guardrails": [{"input": guard, "output": guard}],
             "inference_table_config": [{"enabled": True, "catalog_name": module.var("catalog"),
                                         "schema_name": module.var("schema")}],
             "rate_limits": [{"calls": 100, "key": "user", "renewal_period": "minute"}],
             "usage_tracking_config": [{"enabled": True}]}],
         "config": [{
             "served_entities": [{"entity_name": model.ref("id"), "entity_version": "3", "name": "current",
                                  "workload_size": "Small", "scale_to_zero_enabled": True,
                                  "environment_vars": {"TOKEN": "{{secrets/app/endpoint}}"}}],
             "traffic_config": [{"routes": [{"served_model_name": "current", "traffic_percentage": 100}]}]}],
         "tags": [{"key": key, "value": value} for key, value in TAGS.items()]},
        computed=lambda values: {"id": values["name"], "serving_endpoint_id": module.number()},
    )  # fmt: skip
    target = {"serving_endpoint_id": endpoint.ref("serving_endpoint_id")}
    _permit(module, "endpoint", target, "CAN_QUERY", group="analysts")


def _project_files(module: Module, name: Expression) -> None:
    folder = module.add(
        "databricks_directory",
        "files",
        {"path": template("/Workspace/prod/{name}", name=name)},
        computed=lambda values: {"id": values["path"], "object_id": int(module.number())},
    )
    module.add(
        "databricks_notebook",
        "readme",
        {"path": template("{folder}/readme", folder=folder.ref("path")), "language": "PYTHON",
         "content_base64": "IyBEYXRhYnJpY2tzIG5vdGVib29rIHNvdXJjZQo="},
        computed=lambda values: {"id": values["path"], "format": "SOURCE", "object_type": "NOTEBOOK"},
    )  # fmt: skip


def _permit(module: Module, name: str, target: Mapping[str, Expression], level: Any, *, group: str) -> None:
    """Permissions for the one object of `target`, by the attribute that names it."""
    (attribute,) = target
    module.add(
        "databricks_permissions",
        name,
        {**target, "access_control": [{"group_name": group, "permission_level": level}]},
        computed=lambda values: {"id": f"/{attribute.removesuffix('_id')}s/{values[attribute]}"},
    )


def _job(module: Module, name: Expression, runner: Expression) -> Values:
    return {
        "name": name,
        "description": template("Runs {name} for production.", name=name),
        "edit_mode": "UI_LOCKED",
        "max_concurrent_runs": 1,
        "tags": TAGS,
        "timeout_seconds": 14400,
        "run_as": _dynamic([{"service_principal_name": runner}]) if module.random.random() > module.slips
        else _dynamic([{"user_name": "someone@example.com"}]),
        "schedule": [{"quartz_cron_expression": "0 0 2 * * ?", "timezone_id": "UTC", "pause_status": "UNPAUSED"}],
        "email_notifications": [{"on_failure": ["ops@example.com"], "no_alert_for_skipped_runs": True}],
        "health": [{"rules": [{"metric": "RUN_DURATION_SECONDS", "op": "GREATER_THAN", "value": 10800}]}],
        "queue": [{"enabled": True}],
    }  # fmt: skip


def _job_cluster(policy: Expression) -> list[Values]:
    return [{
        "job_cluster_key": "main",
        "new_cluster": [{
            "spark_version": _RUNTIME, "node_type_id": _NODE, "policy_id": policy, "custom_tags": TAGS,
            "data_security_mode": "SINGLE_USER", "enable_local_disk_encryption": True,
            "spark_conf": {"spark.sql.shuffle.partitions": "200"},
            "autoscale": [{"min_workers": 1, "max_workers": 4}],
            "azure_attributes": [{"availability": "ON_DEMAND_AZURE", "first_on_demand": 1}],
            "cluster_log_conf": [{"volumes": [{"destination": "/Volumes/main/ops/logs"}]}],
        }],
    }]  # fmt: skip


def _notebook(key: str, after: str | None) -> Values:
    return {
        "task_key": key,
        "job_cluster_key": "main",
        "notebook_task": [{"notebook_path": f"/Workspace/prod/jobs/{key}", "source": "WORKSPACE"}],
        "depends_on": [] if after is None else [{"task_key": after}],
        "library": [{"pypi": [{"package": "mlflow==2.19.0"}]}],
        "timeout_seconds": 7200,
        "max_retries": 1,
        "email_notifications": [{"on_failure": ["ops@example.com"]}],
    }  # fmt: skip


def _dynamic(blocks: list[Values], *sources: Instance) -> Expression:
    """`dynamic` blocks: `terraform show -json` says nothing about them under `expressions`."""
    is_new = any(part.prior is UNKNOWN for part in expressions_in(blocks))
    return Expression(
        planned=planned(blocks),
        prior=UNKNOWN if is_new else prior(blocks),
        references=(),
        sources=frozenset[str]().union(*(instance.ref("id").sources for instance in sources)),
    )


def _model_id(values: Values) -> Values:
    name = f"{values['catalog_name']}.{values['schema_name']}.{values['name']}"
    return {"id": name, "full_name": name}


def _volume_id(values: Values) -> Values:
    parts = (values["catalog_name"], values["schema_name"], values["name"])
    return {"id": ".".join(parts), "volume_path": "/Volumes/" + "/".join(parts)}


def _table_id(values: Values) -> Values:
    name = f"{values['catalog_name']}.{values['schema_name']}.{values['name']}"
    return {"id": name, "storage_location": f"abfss://main@acmeprod.dfs.core.windows.net/{name}"}


def _running(module: Module) -> Values:
    number = module.number()
    return {"id": number, "cluster_id": number, "url": f"{_HOST}/#job/{number}", "state": "RUNNING"}


def _application_id(module: Module) -> str:
    digits = f"{module.random.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _prefix(module: Module) -> Expression:
    return template("{team}_{domain}", team=module.var("team"), domain=module.var("domain"))


def _target() -> Expression:
    return _setting("target", "prod")


def _setting(name: str, value: Any) -> Expression:
    return Expression(planned=value, prior=value, references=(f"var.{name}",))
