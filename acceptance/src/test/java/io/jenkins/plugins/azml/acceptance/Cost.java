package io.jenkins.plugins.azml.acceptance;

/**
 * What a build costs the controller while it waits.
 *
 * @param threads those of the plugin and of its HTTP client
 * @param heap bytes of all objects that live
 * @param program size of the saved program in bytes
 */
record Cost(long threads, long heap, long program) {

    /** Asks the script console. */
    static Cost of(Jenkins jenkins, Build build) {
        String said = jenkins.script("""
                def run = Jenkins.get().getItemByFullName('%s').getBuildByNumber(%s)
                def threads = Thread.allStackTraces.keySet().count { it.name =~ /^(azml|HttpClient|CompletableFuture)/ }
                def beans = java.lang.management.ManagementFactory.platformMBeanServer
                def commands = new javax.management.ObjectName('com.sun.management:type=DiagnosticCommand')
                def living = {
                    beans.invoke(commands, 'gcClassHistogram', [[] as String[]] as Object[], ['[Ljava.lang.String;'] as String[])
                        .readLines().find { it.startsWith('Total') }.split(/ +/)[2] as long
                }
                // Gaps that a collection leaves are counted as arrays; one in four leaves none.
                def heap = (1..5).collect { living() }.min()
                print "$threads $heap ${new File(run.rootDir, 'program.dat').length()}"
                """.formatted(build.job(), build.number()));
        String[] figures = said.split(" ");
        return new Cost(Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]));
    }

    /** In words: threads in all, bytes for each step. */
    String beyond(Cost other, int steps) {
        return "%d threads more, %d bytes of heap and %d bytes of program.dat a step more"
                .formatted(threads - other.threads, (heap - other.heap) / steps, (program - other.program) / steps);
    }
}
