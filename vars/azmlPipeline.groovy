import io.jenkins.plugins.azml.GoldenPath
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new GoldenPath(this, new Named(this).of('azmlPipeline', 'models', given)).run()
}
