package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * What every change says of itself: id, author, order.
 */
final class IdentityRules {

    private IdentityRules() {
    }

    static List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        if (change.id().isEmpty()) {
            problems.add(new Problem(change.className(), "@Change has no id. Give it a stable name that is unique in the"
                    + " application, such as @Change(id = \"add-user-status\")."));
        }
        problems.addAll(Names.check(change.className(), "the id of @Change", change.id(), AuditField.CHANGE_ID));
        problems.addAll(Names.check(change.className(), "the author of @Change", change.author(), AuditField.AUTHOR));
        problems.addAll(Names.check(change.className(), "the order", change.order(), AuditField.CHANGE_ORDER));
        problems.addAll(Names.length(change.className(), "the description of @Change", change.description(),
                AuditField.DESCRIPTION));
        if (change.author().isEmpty()) {
            problems.add(new Problem(change.className(), "@Change has no author. Name the person or team that answers for it,"
                    + " such as @Change(author = \"user-team\")."));
        }
        if (change.order() == null) {
            problems.add(new Problem(change.className(), "the change has no order. Set it in the annotation, such as"
                    + " @Change(order = \"20250923_01\"), or begin the class name with it, such as _20250923_01__"
                    + change.info().simpleName() + "."));
        } else if (change.orderInName() != null && !change.orderInName().agrees(change.order())) {
            problems.add(new Problem(change.className(), "the order is " + AmbiguousNames.readings(change.orderInName())
                    + " in the class name and '" + change.order()
                    + "' in @Change. Make them equal, or remove the one in @Change."));
        }
        return problems;
    }
}
