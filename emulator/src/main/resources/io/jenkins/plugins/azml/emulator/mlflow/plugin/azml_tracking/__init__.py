"""A tracking store for the MLflow server that lets a run be given its id, as Azure ML names a job's run after the job."""


def tracking_store(store_uri, artifact_uri=None):
    # MLflow reads this module while it is being imported itself.
    from azml_tracking.store import NamedRunStore

    return NamedRunStore(store_uri, artifact_uri)
