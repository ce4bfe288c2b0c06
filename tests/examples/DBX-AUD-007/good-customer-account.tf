# In the account of the customer.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    storeInteractiveNotebookResultsInCustomerAccount = "true"
  }
}
