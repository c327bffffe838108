package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The commands and logs that the README and the documentation show, in files, so that tests run and compare them.
 */
final class Shown {

    static final String JAR = "integration-tests/quickstart/target/quarkus-app/quarkus-run.jar";

    private static final Path FOLDER = Path.of("src", "test", "examples");
    private static final Pattern COMMAND = Pattern.compile("(?:(\\w+=\\S+) )?java (.*)-jar " + Pattern.quote(JAR));
    private static final Pattern OPTION = Pattern.compile("(-D[\\w.-]+=)(?:\"([^\"]*)\"|(\\S+))");

    private Shown() {
    }

    /**
     * @return the command, in one line
     */
    static String command(String file) {
        return String.join(" ", text(file).replace("\\\n", " ").split("\\s+")).strip();
    }

    /**
     * @return the options of the command for the application, as the shell would pass them
     */
    static String[] options(String file) {
        var command = COMMAND.matcher(command(file));
        assertThat(command.matches()).as(file).isTrue();
        assertThat(OPTION.matcher(command.group(2)).replaceAll("")).as("what is no option in %s", file).isBlank();
        return OPTION.matcher(command.group(2)).results()
                .map(option -> option.group(1) + (option.group(2) == null ? option.group(3) : option.group(2)))
                .toArray(String[]::new);
    }

    /**
     * @return the variables of the environment that the command sets
     */
    static Map<String, String> environment(String file) {
        var command = COMMAND.matcher(command(file));
        assertThat(command.matches()).as(file).isTrue();
        String[] variable = command.group(1).split("=", 2);
        return Map.of(variable[0], variable[1]);
    }

    /**
     * @return the lines, without what differs from start to start
     */
    static List<String> log(String file) {
        return Arrays.stream(text(file).split("\n")).map(Shown::comparable).toList();
    }

    /**
     * @return the line without time of day, duration and execution id
     */
    static String comparable(String line) {
        return line.replaceFirst("^\\S+ \\S+ (?=[A-Z]+ +\\[)", "").replaceAll("\\d+ ms", "… ms")
                .replaceAll("execution [\\w-]+", "execution …");
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
