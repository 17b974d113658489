package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"C\",\"message\":\"m\"}} | C | m",
                "{\"error\":{\"code\":\"C\",\"message\":\"m\",\"target\":\"t\"}} | C | m (t)",
                "{\"error\":{\"code\":\"C\",\"message\":\"m\",\"target\":\" \"}} | C | m",
                "{\"error\":{\"code\":\"C\",\"message\":\"m\",\"details\":[{\"message\":\"d1\"},{\"message\":\"m\"},{\"message\":\"d2\"}]}} | C | m d1 d2",
                "{\"error\":{\"code\":\"C\",\"details\":[1,null,{\"message\":\"d\"}]}} | C | d",
                "{\"error\":{\"message\":\"m\"}} | HTTP 400 | m",
                "{\"error\":{}} | HTTP 400 | ``",
                "{\"error\":{\"code\":\"C\",\"message\":\"a\\r\\nb sig=S3CRET\"}} | C | a b sig=***",
                "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"No run\"} | RESOURCE_DOES_NOT_EXIST | No run",
                "{\"error_code\":\"X\"} | X | ``",
                "<?xml version=\"1.0\"?><Error><Code>BlobAlreadyExists</Code><Message>It exists.</Message></Error> | BlobAlreadyExists | It exists.",
                "<Error><Code>X</Code></Error> | X | ``",
                "<html><body>Bad gateway</body></html> | HTTP 400 | <html><body>Bad gateway</body></html>",
                "{\"other\":1} | HTTP 400 | {\"other\":1}",
                "{\"error\":\"x\"} | HTTP 400 | {\"error\":\"x\"}",
                "{\"error\":{\"code | HTTP 400 | {\"error\":{\"code",
                "[] | HTTP 400 | []",
                "`` | HTTP 400 | ``"
            })
    void every_service_says_it_its_own_way(String text, String code, String message) {
        assertThat(ServiceError.of(400, text)).isEqualTo(new ServiceError(400, code, message));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, NOT_SIGNED_IN",
        "403, NOT_ALLOWED",
        "404, NOT_FOUND",
        "405, REFUSED",
        "409, CONFLICT",
        "412, CONFLICT",
        "422, REFUSED",
        "429, THROTTLED",
        "500, SERVICE_ERROR",
        "501, SERVICE_ERROR",
        "503, SERVICE_ERROR",
        "307, REFUSED"
    })
    void a_status_is_a_kind_of_problem(int status, ProblemCode code) {
        assertThat(new ServiceError(status, "C", "m").problem("do x", "").code())
                .isEqualTo(code);
    }

    @Test
    void the_problem_says_what_was_being_done_and_which_request() {
        assertThat(new ServiceError(404, "ResourceNotFound", "not there").problem("read job 'x'", "r-1"))
                .hasToString("could not read job 'x': ResourceNotFound: not there [HTTP 404] (request r-1)");
        assertThat(new ServiceError(500, "HTTP 500", "").problem("read job 'x'", ""))
                .hasToString("could not read job 'x': HTTP 500 [HTTP 500]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Code>", "<Message>", "<", "{\"error\":", "<Code>x</Cod"})
    void hostile_text_is_read_once_and_cut(String piece) {
        String hostile = piece.repeat(100_000 / piece.length());

        assertThat(ServiceError.of(500, hostile).message()).hasSizeLessThan(700);
    }
}
