package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.config.ControlCharacter;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * What audit stores can keep of a name, and messages and commands can show.
 */
final class Names {

    private Names() {
    }

    static List<Problem> check(String place, String what, String name, AuditField field) {
        List<Problem> problems = new ArrayList<>(length(place, what, name, field));
        if (name != null && ControlCharacter.in(name) >= 0) {
            problems.add(new Problem(place, what + " contains " + ControlCharacter.named(name)
                    + ", which messages and commands can't show and some audit stores can't keep. Take it out."));
        }
        return problems;
    }

    static List<Problem> length(String place, String what, String text, AuditField field) {
        return text == null || text.length() <= field.length() ? List.of()
                : List.of(new Problem(place, what + " has " + text.length() + " characters, but audit stores keep "
                        + field.length() + ". Shorten it."));
    }
}
