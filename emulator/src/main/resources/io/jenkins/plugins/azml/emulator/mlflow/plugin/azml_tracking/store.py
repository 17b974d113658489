from mlflow.exceptions import MlflowException
from mlflow.store.tracking.sqlalchemy_workspace_store import WorkspaceAwareSqlAlchemyStore
from sqlalchemy import text

RUN_ID_TAG = "azml.runId"


class NamedRunStore(WorkspaceAwareSqlAlchemyStore):
    """MLflow's own store; a run whose tags name an id gets it, and is created once however often that is asked for."""

    def create_run(self, experiment_id, user_id, start_time, tags, run_name):
        wanted = next((tag.value for tag in tags or [] if tag.key == RUN_ID_TAG), None)
        if wanted is None:
            return super().create_run(experiment_id, user_id, start_time, tags, run_name)
        try:
            return self.get_run(wanted)
        except MlflowException:
            others = [tag for tag in tags if tag.key != RUN_ID_TAG]
            run = super().create_run(experiment_id, user_id, start_time, others, run_name)
            self._rename(run.info, wanted)
            return self.get_run(wanted)

    def _rename(self, run, wanted):
        names = {
            "old": run.run_id,
            "new": wanted,
            "uri": run.artifact_uri.replace(run.run_id, wanted),
        }
        with self.ManagedSessionMaker(read_only=False) as session:
            session.execute(text("PRAGMA defer_foreign_keys = ON"))
            session.execute(text("UPDATE tags SET run_uuid = :new WHERE run_uuid = :old"), names)
            session.execute(
                text("UPDATE runs SET run_uuid = :new, artifact_uri = :uri WHERE run_uuid = :old"), names
            )
