import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlDeploy', new Named(this).of('azmlDeploy', 'file', given))
}
