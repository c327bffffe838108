package io.quarkiverse.flamingock.runtime.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class SystemPropertyTest {

    private static final String NAME = "quarkus.flamingock.fix.change-id";

    static final List<String> VALUES = List.of("create-users", "create users", " a ", "it's", "''", "say \"hi\"", "a$b",
            "a$HOME",
            "a${b}", "a$$b", "$(reboot)", "`reboot`", "a\\b", "a\\", "\\$", "a\\${b}", "a;b", "a&b|c", "a>b", "a*b?", "~", "#a",
            "!a",
            "a\nb", "a\tb", "änderung-変更", "%s %d", "{a,b}", "-x", "a=b", "(a)", "@a");

    @Test
    void nothingIsQuotedWithoutNeed() {
        assertThat(SystemProperty.argument(NAME, "orders/create-users_1.0"))
                .isEqualTo("-D" + NAME + "=orders/create-users_1.0");
        assertThat(SystemProperty.argument(NAME, "it's")).isEqualTo("'-D" + NAME + "=it'\\''s'");
    }

    /** What a shell hands to the program is what the configuration reads as the value. */
    @ParameterizedTest
    @FieldSource("VALUES")
    void canBePasted(String value) throws IOException, InterruptedException {
        String pasted = String.format("printf '%%s|' java %s -jar x.jar", SystemProperty.argument(NAME, value));
        Process shell = new ProcessBuilder("sh", "-c", pasted).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();

        assertThat(printed).startsWith("java|-D" + NAME + "=").endsWith("|-jar|x.jar|");
        String passed = printed.substring(("java|-D" + NAME + "=").length(), printed.length() - "|-jar|x.jar|".length());
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(NAME, passed), "arguments", 400)).build();
        assertThat(config.getValue(NAME, String.class)).isEqualTo(value);
    }
}
