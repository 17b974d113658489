package io.jenkins.plugins.azml.emulator.python;

import io.jenkins.plugins.azml.emulator.install.InstallException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One conda package of a conda file.
 *
 * @param version as it is written after the name, empty for any
 */
record CondaPackage(String name, String version) {
    private static final Pattern SPEC =
            Pattern.compile("(?:[\\w./-]{1,100}::)?([A-Za-z0-9_.-]{1,100})\\s*([=<>!~ ][^\\s].{0,100})?");
    private static final Pattern EXACT = Pattern.compile("==?\\s*([0-9]+(?:\\.[0-9A-Za-z]+)*)(\\.?\\*)?(=[\\w.]+)?");

    /** What every environment has anyway. */
    private static final Set<String> GIVEN = Set.of("python", "pip", "setuptools", "wheel");

    private static final Map<String, String> RENAMED = Map.of(
            "matplotlib-base", "matplotlib",
            "pytorch", "torch",
            "pytorch-cpu", "torch",
            "py-xgboost", "xgboost",
            "py-xgboost-cpu", "xgboost",
            "msgpack-python", "msgpack");

    private static final Set<String> SAME_NAME = Stream.of(
                    "azure-ai-ml azure-identity azure-storage-blob beautifulsoup4 bokeh catboost click cloudpickle",
                    "cython dask distributed fastapi flask gensim h5py imbalanced-learn ipykernel ipython jinja2 joblib",
                    "jsonschema keras lightgbm lxml matplotlib mlflow mlflow-skinny nltk numba numpy onnx onnxruntime",
                    "opencv-python openpyxl optuna pandas pillow plotly polars protobuf psutil pyarrow pydantic pytest",
                    "python-dateutil pytz pyyaml requests scikit-image scikit-learn scipy seaborn shap skops sqlalchemy",
                    "statsmodels sympy tensorflow tokenizers torch torchvision tqdm transformers typing-extensions xgboost")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    static CondaPackage parse(String text) {
        Matcher matcher = SPEC.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InstallException("cannot read conda package '" + text + "'");
        }
        String version = Optional.ofNullable(matcher.group(2)).orElse("").strip();
        return new CondaPackage(matcher.group(1).toLowerCase(Locale.ROOT), version);
    }

    /**
     * The requirement that installs the same from PyPI; empty for what every environment has.
     *
     * @throws InstallException when no wheel is known
     */
    Optional<String> wheel() {
        if (GIVEN.contains(name)) {
            return Optional.empty();
        }
        String wheel = SAME_NAME.contains(name) ? name : RENAMED.get(name);
        if (wheel == null) {
            throw new InstallException("conda package '" + name
                    + "' has no known wheel; name the wheel that holds it under 'pip:' in the conda file");
        }
        return Optional.of(wheel + pipVersion());
    }

    // To conda one equals sign means every version that begins so; a build behind a second one has no meaning to pip.
    private String pipVersion() {
        Matcher exact = EXACT.matcher(version);
        if (!exact.matches()) {
            return version.isEmpty() || "=<>!~".indexOf(version.charAt(0)) >= 0 ? version : "==" + version;
        }
        boolean whole = version.startsWith("==") || exact.group(3) != null;
        return "==" + exact.group(1) + (whole && exact.group(2) == null ? "" : ".*");
    }
}
