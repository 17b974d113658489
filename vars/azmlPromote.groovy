import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlPromote', new Named(this).of('azmlPromote', 'file', given))
}
