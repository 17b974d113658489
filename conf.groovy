import io.jenkins.plugins.azml.plugin.config.*
def ws = ['dev','prod'].collect { n -> def w = new NamedWorkspace(n, '00000000-0000-0000-0000-0000000a2a10', 'azml-local', ''); w.metadataUrl='https://127.0.0.1:38357/metadata/endpoints?api-version=2019-05-01'; w.caBundle='/tmp/real/emu/folder/tls/ca.pem'; w }
def c = AzmlConfiguration.get(); c.workspaces = ws; c.defaultWorkspace='dev'; c.pollSeconds = 2
println c.workspaces*.name
