package io.jenkins.plugins.azml.acceptance;

import java.net.URI;

/** Configurations of items, as Jenkins keeps them in {@code config.xml}. */
final class Xml {
    private Xml() {}

    static String folder(URI library) {
        return """
                <com.cloudbees.hudson.plugins.folder.Folder>
                  <properties>
                    <org.jenkinsci.plugins.workflow.libs.FolderLibraries>
                      <libraries>
                        <org.jenkinsci.plugins.workflow.libs.LibraryConfiguration>
                          <name>azml</name>
                          <retriever class="org.jenkinsci.plugins.workflow.libs.SCMSourceRetriever">
                            <scm class="jenkins.plugins.git.GitSCMSource">
                              <id>library</id>
                              <remote>%s</remote>
                              <traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/></traits>
                            </scm>
                          </retriever>
                          <defaultVersion>main</defaultVersion>
                          <allowVersionOverride>true</allowVersionOverride>
                          <includeInChangesets>false</includeInChangesets>
                        </org.jenkinsci.plugins.workflow.libs.LibraryConfiguration>
                      </libraries>
                    </org.jenkinsci.plugins.workflow.libs.FolderLibraries>
                  </properties>
                </com.cloudbees.hudson.plugins.folder.Folder>
                """.formatted(escaped(library.toString()));
    }

    static String pipeline(String script) {
        return """
                <flow-definition>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                    <script>%s</script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(escaped(script));
    }

    static String multibranch(URI repository) {
        return """
                <org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>
                  <sources class="jenkins.branch.MultiBranchProject$BranchSourceList">
                    <data>
                      <jenkins.branch.BranchSource>
                        <source class="jenkins.plugins.git.GitSCMSource">
                          <id>source</id>
                          <remote>%s</remote>
                          <traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/></traits>
                        </source>
                        <strategy class="jenkins.branch.DefaultBranchPropertyStrategy">
                          <properties class="empty-list"/>
                        </strategy>
                      </jenkins.branch.BranchSource>
                    </data>
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                  </sources>
                  <factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory">
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                    <scriptPath>Jenkinsfile</scriptPath>
                  </factory>
                </org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>
                """.formatted(escaped(repository.toString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
