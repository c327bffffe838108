package io.quarkiverse.flamingock.runtime.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * No text, however it was made, keeps the redaction busy for longer than its length says.
 */
class RedactionReadsTest {

    /** Characters; enough for what grows with the square, or with the depth of a stack, to be far beyond the limit. */
    private static final int LENGTH = 1 << 17;
    /** Reads of a character for each one that there is, whatever the text. */
    private static final int READS = 250;

    static final List<String> PIECES = List.of("a", " ", "'", "\"", "\\", "''a", "password=\"\"a\" ", "''", "'\\''", "$", "$a$",
            "$6$", "(", "{\"", "[",
            ")",
            "=", ":", "://", "://a:b@", "@", "a:b@", "a:b@c ", ":@", "/", ".", "-", "_", "*", "\n", "password", "password=",
            "password='", "password ",
            "password=\"", "password\\\"", "password:\n", "password,", "password, \"value\" ", "password=(", "password=a,",
            "token=a)", "--password ", "<password>", "secret.", "cookie: ", "cookie: 'a", "-----begin ",
            "-----begin private key-----", "bearer ", "bearer a1", "digest username=", "eyJ", "eyJ.", "sk-", "sk-a ", "AKIA",
            "jdbc:oracle:thin:", "jdbc:oracle:thin:a/b ", "create user ", "identified by ", "identified by 'a", "update a ",
            "update a set ", "values (", "values(\"", "q'[", "E'", "$1=", "near '", "near ''", "near \"", "near \"'",
            "' at line 1",
            "failing row contains (", "text '", "text ", "index: token dup key: {", "index: token ", " at index 1: ",
            " at index ", "for input string", "key (",
            "key (token)=(", ")=(", "duplicate entry '", "duplicate entry '' for key '",
            "incorrect ", "incorrect : '", "malformed \"", "cannot parse a: \"b\"", "x'", " 'a", "sql statement ", "é");

    /** A timing would tell nothing: what is counted is how often a character is looked at. */
    @ParameterizedTest
    @FieldSource("PIECES")
    void anythingTakesTimeInProportion(String piece) {
        reads("", piece, LENGTH);
        for (String start : List.of("password=\"", "create user a password 'b' ", "near '", "://", "(", "$x$ ")) {
            reads(start, piece, LENGTH / 8);
        }
    }

    private static void reads(String start, String piece, int length) {
        Counted text = new Counted(start + piece.repeat(length / piece.length()));
        Redaction.rendered(text);
        assertThat(text.reads).as(start + piece).isLessThan((long) READS * text.length());
    }

    /** Fails where it is looked at too often, instead of going on for hours. */
    private static final class Counted implements CharSequence {

        long reads;
        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > (long) READS * text.length()) {
                throw new AssertionError("Looked at more than " + READS + " times for each character");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }
}
