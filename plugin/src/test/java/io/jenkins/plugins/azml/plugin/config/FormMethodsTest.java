package io.jenkins.plugins.azml.plugin.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.ExtensionList;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.springframework.security.access.AccessDeniedException;

/** The form of a workspace, asked by somebody who may only read. */
class FormMethodsTest {
    private final Jenkins jenkins = mock(Jenkins.class);
    private final NamedWorkspace.DescriptorImpl form = new NamedWorkspace.DescriptorImpl();
    private MockedStatic<Jenkins> statics;

    @BeforeEach
    void read() {
        statics = mockStatic(Jenkins.class);
        statics.when(Jenkins::get).thenReturn(jenkins);
        doThrow(new AccessDeniedException("no Overall/Administer"))
                .when(jenkins)
                .checkPermission(Jenkins.ADMINISTER);
    }

    @AfterEach
    void close() {
        statics.close();
    }

    @Test
    void a_reader_is_shown_the_current_credential_alone() {
        try (MockedConstruction<StandardListBoxModel> made = mockConstruction(StandardListBoxModel.class)) {
            form.doFillCredentialsIdItems("mine");

            StandardListBoxModel items = made.constructed().get(0);
            verify(items).includeCurrentValue("mine");
            verifyNoMoreInteractions(items);
        }
    }

    @Test
    void a_reader_reaches_nothing_by_testing_a_connection() {
        try (MockedStatic<?> extensions = mockStatic(ExtensionList.class)) {
            assertThatThrownBy(() -> form.doTestConnection(
                            "dev", "s", "g", "w", "public", "https://evil.example", "", "guessed"))
                    .isInstanceOf(AccessDeniedException.class);
            extensions.verifyNoInteractions();
        }
    }
}
