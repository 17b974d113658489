import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlRegister', new Named(this).of('azmlRegister', 'file', given))
}
