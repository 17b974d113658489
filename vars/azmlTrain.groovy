import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlTrain', new Named(this).of('azmlTrain', 'file', given))
}
