package io.quarkiverse.flamingock.deployment.generate;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCodes;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;

/**
 * The expressions that make one change of the generated pipeline.
 */
final class ChangeExpressions {

    private static final ConstructorDesc CHANGE = ConstructorDesc.of(ChangeDescriptor.class, String.class, String.class,
            String.class, String.class, String.class, String.class, boolean.class, RecoveryStrategy.class, String.class,
            boolean.class, boolean.class, ChangeCodes.class, int.class);

    /** The same, of several target systems or of another phase. */
    private static final ConstructorDesc ANY = ConstructorDesc.of(ChangeDescriptor.class, String.class, String.class,
            String.class, String.class, String.class, String.class, List.class, Phase.class, boolean.class,
            RecoveryStrategy.class,
            String.class, boolean.class, boolean.class, ChangeCodes.class, int.class);

    private ChangeExpressions() {
    }

    static Expr change(BlockCreator bc, CompiledChange change, Expr codes, int index) {
        List<Expr> values = new ArrayList<>(List.of(Const.of(change.id()), Const.of(change.order()), Const.of(change.author()),
                Const.of(change.description()), Const.of(change.source()), Const.of(change.targetSystem())));
        boolean plain = change.also().isEmpty() && change.phase() == Phase.SCHEMA;
        if (!plain) {
            values.add(bc.listOf(change.also().stream().map(Const::of).toList()));
            values.add(constant(change.phase()));
        }
        values.addAll(List.of(Const.of(change.transactional()), constant(change.recovery()), Const.of(change.checksum()),
                Const.of(change.code().rollback() != null), Const.of(change.code().probe() != null), codes, Const.of(index)));
        return bc.new_(plain ? CHANGE : ANY, values);
    }

    static Expr text(String value) {
        return value == null ? Const.ofNull(String.class) : Const.of(value);
    }

    static Expr constant(Enum<?> value) {
        return Expr.staticField(FieldDesc.of(value.getDeclaringClass(), value.name()));
    }
}
