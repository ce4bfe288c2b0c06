"""Knows the kinds of bundle resources by their names in Terraform.

https://github.com/databricks/cli/tree/main/bundle/deploy/terraform/tfdyn says how the Terraform
engine translates; the direct engine keeps the bundle's own names, which are those of the API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(Struct, frozen=True, kw_only=True):
    """What Terraform calls the resources of one kind."""

    type: str
    prefix: str = ""  # of the names of their permissions and grants
    permissions: str = ""  # the attribute of databricks_permissions that names the object; "": they have none
    grants: str = ""  # the attribute of databricks_grants that names the object; "": they have none
    reference: str = "id"  # the attribute that permissions and grants refer to
    renamed: Mapping[str, str] = {}  # path of blocks → name in Terraform
    levels: Mapping[str, str] = {}  # what a permission of the whole bundle is for it


def _levels(view: str, run: str = "") -> dict[str, str]:
    return {"CAN_MANAGE": "CAN_MANAGE", "CAN_VIEW": view, **({"CAN_RUN": run} if run else {})}


_LIBRARIES = {"tasks.libraries": "library", "tasks.for_each_task.task.libraries": "library"}
_GIT = {f"git_source.git_{name}": name for name in ("branch", "commit", "provider", "tag", "url")}

KINDS: dict[str, Kind] = {
    "jobs": Kind(
        type="databricks_job",
        prefix="job_",
        permissions="job_id",
        levels=_levels("CAN_VIEW", "CAN_MANAGE_RUN"),
        renamed={
            "tasks": "task",
            "job_clusters": "job_cluster",
            "parameters": "parameter",
            "environments": "environment",
            **_LIBRARIES,
            **_GIT,
        },
    ),
    "pipelines": Kind(
        type="databricks_pipeline",
        prefix="pipeline_",
        permissions="pipeline_id",
        levels=_levels("CAN_VIEW", "CAN_RUN"),
        renamed={"libraries": "library", "clusters": "cluster", "notifications": "notification"},
    ),
    "clusters": Kind(
        type="databricks_cluster",
        prefix="cluster_",
        permissions="cluster_id",
        levels=_levels("CAN_ATTACH_TO", "CAN_RESTART"),
    ),
    "sql_warehouses": Kind(
        type="databricks_sql_endpoint",
        prefix="sql_endpoint_",
        permissions="sql_endpoint_id",
        levels=_levels("CAN_VIEW", "CAN_MONITOR"),
    ),
    "experiments": Kind(
        type="databricks_mlflow_experiment",
        prefix="mlflow_experiment_",
        permissions="experiment_id",
        levels=_levels("CAN_READ"),
    ),
    "models": Kind(
        type="databricks_mlflow_model",
        prefix="mlflow_model_",
        permissions="registered_model_id",
        reference="registered_model_id",
        levels=_levels("CAN_READ"),
    ),
    "model_serving_endpoints": Kind(
        type="databricks_model_serving",
        prefix="model_serving_",
        permissions="serving_endpoint_id",
        reference="serving_endpoint_id",
        levels=_levels("CAN_VIEW", "CAN_QUERY"),
    ),
    "registered_models": Kind(type="databricks_registered_model", prefix="registered_model_", grants="function"),
    "catalogs": Kind(type="databricks_catalog", prefix="catalog_", grants="catalog"),
    "schemas": Kind(type="databricks_schema", prefix="schema_", grants="schema"),
    "volumes": Kind(type="databricks_volume", prefix="volume_", grants="volume"),
    "external_locations": Kind(
        type="databricks_external_location", prefix="external_location_", grants="external_location"
    ),
    "dashboards": Kind(
        type="databricks_dashboard",
        prefix="dashboard_",
        permissions="dashboard_id",
        levels=_levels("CAN_READ"),
    ),
    "genie_spaces": Kind(type="databricks_genie_space"),  # Terraform has no such type
    "apps": Kind(
        type="databricks_app", prefix="app_", permissions="app_name", reference="name", levels=_levels("CAN_USE")
    ),
    "alerts": Kind(
        type="databricks_alert_v2",
        prefix="alert_",
        permissions="alert_v2_id",
        levels=_levels("CAN_READ", "CAN_RUN"),
    ),
    "quality_monitors": Kind(type="databricks_quality_monitor"),
    "secret_scopes": Kind(
        type="databricks_secret_scope",
        prefix="secret_acl_",
        reference="name",
        levels={"CAN_MANAGE": "MANAGE", "CAN_VIEW": "READ"},
    ),
    "secret_acls": Kind(type="databricks_secret_acl"),
    "database_instances": Kind(
        type="databricks_database_instance",
        prefix="database_instance_",
        permissions="database_instance_name",
        reference="name",
        levels=_levels("CAN_USE"),
    ),
    "database_catalogs": Kind(type="databricks_database_database_catalog"),
    "synced_database_tables": Kind(type="databricks_database_synced_database_table"),
    "vector_search_endpoints": Kind(
        type="databricks_vector_search_endpoint",
        prefix="vector_search_endpoint_",
        permissions="vector_search_endpoint_id",
        levels=_levels("CAN_USE"),
    ),
    "vector_search_indexes": Kind(type="databricks_vector_search_index"),
    "instance_pools": Kind(
        type="databricks_instance_pool",
        prefix="instance_pool_",
        permissions="instance_pool_id",
        levels=_levels("CAN_ATTACH_TO"),
    ),
    "cluster_policies": Kind(
        type="databricks_cluster_policy", prefix="cluster_policy_", permissions="cluster_policy_id"
    ),
    "postgres_projects": Kind(
        type="databricks_postgres_project",
        prefix="postgres_project_",
        permissions="database_project_name",
        levels=_levels("CAN_USE"),
    ),
    "postgres_branches": Kind(type="databricks_postgres_branch"),
    "postgres_endpoints": Kind(type="databricks_postgres_endpoint"),
    "postgres_roles": Kind(type="databricks_postgres_role"),
    "postgres_databases": Kind(type="databricks_postgres_database"),
    "postgres_catalogs": Kind(type="databricks_postgres_catalog"),
    "postgres_synced_tables": Kind(type="databricks_postgres_synced_table"),
}

# Terraform calls what stands once in these an object; of all other types it makes a list of one block.
_PLUGIN_FRAMEWORK = (
    "databricks_app",
    "databricks_alert_v2",
    "databricks_database_",
    "databricks_postgres_",
    "databricks_genie_space",
)


def kind_of(name: str) -> Kind:
    """The kind with this name in a bundle; one that is not known here has a type that no policy covers."""
    return KINDS.get(name) or Kind(type=f"databricks_{name.removesuffix('s')}")


def has_lists_of_blocks(type_: str) -> bool:
    """Whether a block that can stand only once is a list nevertheless."""
    return not type_.startswith(_PLUGIN_FRAMEWORK)


def address_of(kind: str, key: str) -> str:
    """Terraform's address of a bundle resource."""
    return f"{kind_of(kind).type}.{key}"
