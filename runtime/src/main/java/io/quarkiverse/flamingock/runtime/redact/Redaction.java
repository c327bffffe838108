package io.quarkiverse.flamingock.runtime.redact;

import java.util.List;

/**
 * The rules for every application. What they can't know, as a secret in the middle of prose, is for the application's own.
 */
public final class Redaction {

    private static final List<Finder> FINDERS = List.of(new PrivateKeys(), new Tokens(), new NamedValues(), new Schemes(),
            new Urls(), new Statements(), new RefusedStatements(), new RefusedValues());

    private Redaction() {
    }

    /**
     * @param text any text, may be null
     * @return the text with {@code ***} in place of each secret; in time that grows with its length
     */
    public static String of(String text) {
        return text == null ? null : rendered(text);
    }

    static String rendered(CharSequence chars) {
        Text text = new Text(chars);
        Hidden hidden = new Hidden(text);
        FINDERS.forEach(finder -> finder.find(text, hidden));
        return hidden.render();
    }
}
