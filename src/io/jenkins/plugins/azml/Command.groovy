package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** What a comment on a pull request asks for: {@code /train}, {@code /train-prod} or {@code /deploy}. */
class Command implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final Map comment
    private final String word

    Command(Object script, Map comment) {
        this.script = script
        this.comment = comment
        this.word = wordOf(comment.text as String)
    }

    boolean isGiven() {
        word
    }

    /** Whether a completed job may stand for the training that was asked for. */
    boolean mayReuse() {
        word != 'train'
    }

    /** Whether it trains as the main branch does. */
    boolean isOfProduction() {
        word == 'train-prod' || word == 'deploy'
    }

    boolean isDeployment() {
        word == 'deploy'
    }

    /**
     * Why it is not obeyed, in one line; empty if it is.
     *
     * @param people login names with commas, {@code *} for whoever the trigger lets in, or null for nobody
     */
    @NonCPS
    String refusal(String people, boolean trusted) {
        if (!trusted) {
            return "the comment /${word} does nothing: this pull request comes from a fork"
        }
        if (!people) {
            return "the comment /${word} does nothing: name those who may command as azmlPipeline(commands: [people: '...'])"
        }
        if (people.trim() == '*') {
            return ''
        }
        if (!comment.author) {
            return "the comment /${word} does nothing: the trigger does not tell who wrote it; only people: '*' lets it command"
        }
        people.tokenize(', ').contains(comment.author) ? ''
            : "the comment /${word} does nothing: ${new Plain().line(comment.author)} is not among those who may command"
    }

    String headline() {
        "/${word} by ${new Plain().line(comment.author ?: 'somebody')}".toString()
    }

    @NonCPS
    private String wordOf(String text) {
        List words = (text ?: '').tokenize()
        words && ['/train', '/train-prod', '/deploy'].contains(words[0]) ? words[0].substring(1) : ''
    }
}
