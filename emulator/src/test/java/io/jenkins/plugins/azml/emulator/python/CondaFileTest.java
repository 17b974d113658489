package io.jenkins.plugins.azml.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.install.InstallException;
import io.jenkins.plugins.azml.emulator.install.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CondaFileTest {
    private static final Version RUNNING = new Version(3, 11);

    @Test
    void the_pip_part_is_taken_as_it_stands() {
        var read = CondaFile.read("""
                name: example
                channels: [conda-forge]
                dependencies:
                  - python=3.11
                  - pip
                  - pip:
                      - scikit-learn==1.7.2  # pinned
                      - mlflow-skinny>=3,<4
                """, RUNNING);

        assertThat(read.lines()).containsExactly("mlflow-skinny>=3,<4", "scikit-learn==1.7.2");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void another_python_is_used_and_said() {
        var read = CondaFile.read("dependencies: [python=3.8.13]", RUNNING);

        assertThat(read.notes()).containsExactly("the conda file asks for Python =3.8.13; here it is Python 3.11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numpy|numpy",
                "numpy=1.26|numpy==1.26.*",
                "numpy==1.26.4|numpy==1.26.4",
                "numpy=1.26.*|numpy==1.26.*",
                "numpy=1.26.4=py311h1_0|numpy==1.26.4",
                "numpy>=1.2,<2|numpy>=1.2,<2",
                "numpy 1.26.4|numpy==1.26.4",
                "conda-forge::pytorch=2.1|torch==2.1.*",
                "Matplotlib-Base|matplotlib"
            })
    void a_conda_package_becomes_the_wheel_that_holds_it(String conda, String pip) {
        assertThat(CondaFile.read("dependencies: ['" + conda + "']", RUNNING).lines())
                .containsExactly(pip);
    }

    @Test
    void a_conda_package_without_a_wheel_is_refused_by_name() {
        assertThatThrownBy(() -> CondaFile.read("dependencies: [cudatoolkit=11]", RUNNING))
                .isInstanceOf(InstallException.class)
                .hasMessage("conda package 'cudatoolkit' has no known wheel; "
                        + "name the wheel that holds it under 'pip:' in the conda file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-r more.txt", "-e .", "./here", "/there", "--config-settings x"})
    void lines_that_refer_to_files_are_refused(String line) {
        assertThatThrownBy(() -> CondaFile.read("dependencies: [{pip: ['" + line + "']}]", RUNNING))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("'" + line + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a: [", "dependencies: 3", "- a", "dependencies: [[a]]", "dependencies: ['a b c d!']"})
    void what_is_not_a_conda_file_is_refused(String text) {
        assertThatThrownBy(() -> CondaFile.read(text, RUNNING)).isInstanceOf(InstallException.class);
    }

    @Test
    void equal_sets_have_equal_fingerprints_whatever_their_order() {
        var one = CondaFile.read("dependencies: [{pip: [a==1, b==2]}]", RUNNING);
        var other = CondaFile.read("dependencies: [{pip: [b==2, a==1, a==1]}]", RUNNING);

        assertThat(one.fingerprint("x")).isEqualTo(other.fingerprint("x")).isNotEqualTo(one.fingerprint("y"));
    }
}
