package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import hudson.model.Result;
import hudson.tasks.junit.TestResultSummary;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** {@code junit}: counts test results; failures make the build unstable. */
final class JUnitStep extends SuspendingStep {
    JUnitStep() {
        super(StepSignature.of("junit", "hudson.tasks.junit.pipeline.JUnitResultsStep")
                .constructor("testResults", String.class)
                .optional("allowEmptyResults", Boolean.class)
                .optional("checksName", String.class)
                .optional("healthScaleFactor", Double.class)
                .optional("keepLongStdio", Boolean.class)
                .optional("skipPublishingChecks", Boolean.class)
                .optional("skipMarkingBuildUnstable", Boolean.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws Exception {
        context.console().println("Recording test results");
        List<String> files = new FileSet(arguments.text("testResults", ""), "", true).list(context.directory());
        if (files.isEmpty()) {
            String message = "No test report files were found. Configuration error?";
            if (!arguments.flag("allowEmptyResults", false)) {
                throw new AbortException(message);
            }
            context.console().println(message);
            context.console().println("None of the test reports contained any result");
        }
        TestResultSummary summary = count(context.directory(), files);
        context.console().println("[Checks API] No suitable checks publisher found.");
        if (summary.getFailCount() > 0 && !arguments.flag("skipMarkingBuildUnstable", false)) {
            context.build().setResult(Result.UNSTABLE);
            context.build().stages().warn(context, Result.UNSTABLE);
        }
        return summary;
    }

    private static TestResultSummary count(Path folder, List<String> files)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        int failed = 0;
        int skipped = 0;
        int total = 0;
        for (String file : files) {
            Document report =
                    factory.newDocumentBuilder().parse(folder.resolve(file).toFile());
            failed += report.getElementsByTagName("failure").getLength();
            failed += report.getElementsByTagName("error").getLength();
            skipped += report.getElementsByTagName("skipped").getLength();
            total += report.getElementsByTagName("testcase").getLength();
        }
        return new TestResultSummary(failed, skipped, total);
    }
}
