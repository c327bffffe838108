package io.quarkiverse.flamingock.deployment.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every edit of what a change says or does has another checksum; all of them differ from each other, too. */
class EditsTest {

    private static final String SOURCE = Compiled.source("Rich.java");
    private static final String PATTERNS = Compiled.source("Patterns.java");
    private static final Compiler NEWER = Compiler.javac(25, "--release", "21");

    private final Map<String, String> seen = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> areSeen() {
        seen.put(Compiled.of(SOURCE).checksum(), "the source");
        return edits("edits.txt").map(edit -> DynamicTest.dynamicTest(String.join(" => ", edit), () -> {
            isNew(Compiled.of(edited(SOURCE, edit)).checksum(), edit.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> areSeenInPatterns() {
        return edits("edits-of-patterns.txt").map(edit -> DynamicTest.dynamicTest(String.join(" => ", edit), () -> {
            seen.putIfAbsent(Compiled.of(PATTERNS, NEWER).checksum(), "the source");
            isNew(Compiled.of(edited(PATTERNS, edit), NEWER).checksum(), edit.toString());
        }));
    }

    /** Blanks in the list are any in the source, ends of lines, too. */
    private static String edited(String source, List<String> edit) {
        String pattern = Stream.of(edit.get(0).strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        assertThat(source).containsPattern(pattern);
        return source.replaceFirst(pattern, Matcher.quoteReplacement(edit.get(1)));
    }

    private void isNew(String checksum, String edit) {
        assertThat(seen.putIfAbsent(checksum, edit)).as("an edit that has the same checksum").isNull();
    }

    /** A line for each: what is replaced, and by what. */
    private static Stream<List<String>> edits(String name) {
        return Compiled.source(name).lines()
                .filter(line -> !line.isBlank()).map(line -> List.of((line + " ").split(" => ", 2)))
                .map(edit -> List.of(edit.get(0), edit.get(1).strip()));
    }
}
