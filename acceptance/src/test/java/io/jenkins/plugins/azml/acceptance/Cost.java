package io.jenkins.plugins.azml.acceptance;

/**
 * What a build costs the controller while it waits.
 *
 * @param heap used bytes after a collection
 * @param program size of the saved program in bytes
 */
record Cost(long threads, long heap, long program) {

    /** Asks the script console. */
    static Cost of(Jenkins jenkins, Build build) {
        String said = jenkins.script("""
                def run = Jenkins.get().getItemByFullName('%s').getBuildByNumber(%s)
                3.times { System.gc(); sleep 500 }
                def rt = Runtime.runtime
                print "${Thread.allStackTraces.size()} ${rt.totalMemory() - rt.freeMemory()}" +
                    " ${new File(run.rootDir, 'program.dat').length()}"
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
