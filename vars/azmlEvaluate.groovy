import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlEvaluate', new Named(this).of('azmlEvaluate', 'gates', given))
}
