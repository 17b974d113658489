import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlCancel', new Named(this).of('azmlCancel', 'run', given))
}
