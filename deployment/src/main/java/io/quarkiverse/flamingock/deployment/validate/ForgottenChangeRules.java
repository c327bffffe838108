package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.ForgottenChange;

/**
 * That no class is left out in silence because one annotation is missing.
 */
public final class ForgottenChangeRules {

    private ForgottenChangeRules() {
    }

    /**
     * @param forgotten classes without {@code @Change}
     * @return a problem for each
     */
    public static Findings check(List<ForgottenChange> forgotten) {
        return new Findings(forgotten.stream().map(each -> new Problem(each.className(), "it has "
                + String.join("; ", each.annotations()) + ". But @Change is missing on the class, so that it is no change, and"
                + " nobody calls it. Annotate the class, as in @Change(id = \"add-user-status\", author = \"user-team\"), or"
                + " take off what only changes have.")).toList(), List.of());
    }
}
