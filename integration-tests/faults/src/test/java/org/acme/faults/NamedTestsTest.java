package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of the second fault matrix in the documentation: it has all rows, every test that it names is there, and runs on
 * the
 * databases that it says.
 */
class NamedTestsTest {

    /** A row as the page has it. */
    record Row(String id, String when, String what, String tests, String where) {

        @Override
        public String toString() {
            return id;
        }
    }

    private static final Path PAGE = TestSources.ROOT
            .resolve(Path.of("docs", "modules", "ROOT", "pages", "reference", "in-your-application.adoc"));
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))`");
    private static final TestSources SOURCES = new TestSources();

    /** All of the second matrix, in its order: what has no test says that it is open. */
    private static final List<String> ROWS = Stream.of("B5", "E6", "C5", "S0", "H6", "T7", "V4", "W0", "M7")
            .flatMap(NamedTestsTest::group).collect(Collectors.toList());

    private static Stream<String> group(String last) {
        String group = last.substring(0, 1);
        int most = last.charAt(1) - '0';
        return most == 0 ? Stream.of(group) : IntStream.rangeClosed(1, most).mapToObj(number -> group + number);
    }

    static List<Row> rows() throws IOException {
        String page = Files.readString(PAGE);
        String[] cells = page.substring(page.indexOf("|===") + 4, page.lastIndexOf("|===")).split("\\|");
        List<String> texts = Arrays.stream(cells).map(cell -> cell.strip().replaceAll("\\s+", " ")).skip(1).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 5; i + 5 <= texts.size(); i += 5) {
            rows.add(new Row(texts.get(i), texts.get(i + 1), texts.get(i + 2), texts.get(i + 3), texts.get(i + 4)));
        }
        return rows;
    }

    @Test
    void allRowsAreThere() throws IOException {
        assertThat(rows()).extracting(Row::id).isEqualTo(ROWS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowIsTrue(Row row) {
        List<String> named = new ArrayList<>();
        Matcher matcher = NAME.matcher(row.tests());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(row.when()).isNotEmpty();
        assertThat(named).as("tests of %s", row).allMatch(SOURCES::has, "is a test");
        if (named.isEmpty()) {
            assertThat(row).as("a row that no test shows").extracting(Row::tests, Row::where).containsExactly("open", "open");
        } else {
            assertThat(row.where()).as("where %s runs, by the sources of its tests", row).isEqualTo(SOURCES.databases(named));
        }
    }
}
