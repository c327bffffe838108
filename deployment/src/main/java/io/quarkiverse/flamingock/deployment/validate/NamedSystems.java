package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.deployment.outside.OutsideEffect;
import io.quarkiverse.flamingock.deployment.outside.Remedy;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.config.TargetProperty;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * The other target systems that a change names, and those that it should name.
 *
 * @param targets what the build knows
 * @param also the ids that it names
 */
record NamedSystems(KnownTargets targets, List<String> also) {

    /**
     * What a target system without a data store stands for is known to its authors only: one that is named may be any, but one
     * of them is not two.
     *
     * @param effects what the change can do outside of its transaction
     * @return those of them that are of no system that it names
     */
    List<OutsideEffect> unnamed(List<OutsideEffect> effects) {
        Set<String> free = new LinkedHashSet<>(also);
        free.removeIf(id -> targets.find(id) == null || isStore(targets.find(id)));
        Set<String> systems = new LinkedHashSet<>();
        effects.stream().filter(NamedSystems::isWithoutStore).forEach(effect -> systems.add(effect.id()));
        Set<String> named = new LinkedHashSet<>(free);
        named.retainAll(systems);
        free.removeAll(named);
        boolean enough = systems.size() - named.size() <= free.size();
        return effects.stream().filter(effect -> isWithoutStore(effect) ? !enough && !named.contains(effect.id())
                : !covers(effect)).toList();
    }

    private static boolean isWithoutStore(OutsideEffect effect) {
        return effect.remedy() == Remedy.NAME_IT && effect.store() == null;
    }

    private boolean covers(OutsideEffect effect) {
        return switch (effect.remedy()) {
            case PASS_THE_SESSION -> false;
            case JOIN -> !also.isEmpty();
            case NAME_IT -> also.stream().map(targets::find).anyMatch(target -> target != null && isOf(target, effect.store()));
        };
    }

    private static boolean isStore(TargetDescriptor target) {
        return Kind.JDBC.equals(target.kind()) || Kind.MONGODB.equals(target.kind());
    }

    private static boolean isOf(TargetDescriptor target, DataStore store) {
        return store.kind().equals(target.kind()) && store.name().equals(target.resource());
    }

    String advice(List<OutsideEffect> effects, String id) {
        List<String> advice = new ArrayList<>();
        if (has(effects, Remedy.NAME_IT)) {
            advice.add(name(effects, id));
        }
        if (has(effects, Remedy.PASS_THE_SESSION)) {
            advice.add("Let the method ask for a com.mongodb.client.ClientSession and pass it on to the driver");
        }
        if (has(effects, Remedy.JOIN)) {
            advice.add("Call what joins the transaction of the change");
        }
        return String.join(". ", advice) + ", or declare the change with transactional = false.";
    }

    private static boolean has(List<OutsideEffect> effects, Remedy remedy) {
        return effects.stream().anyMatch(effect -> effect.remedy() == remedy);
    }

    private String name(List<OutsideEffect> effects, String id) {
        Set<String> ids = new LinkedHashSet<>(also);
        Set<String> unknown = new LinkedHashSet<>();
        for (OutsideEffect effect : effects) {
            if (effect.remedy() == Remedy.NAME_IT) {
                String proposed = proposed(effect);
                ids.add(proposed);
                if (targets.find(proposed) == null) {
                    unknown.add(proposed);
                }
            }
        }
        String text = "Name the target systems of these: @TargetSystem(id = \"" + id + "\", also = {\""
                + String.join("\", \"", ids) + "\"})";
        return unknown.isEmpty() ? text : text + ", after defining " + definitions(unknown);
    }

    private String definitions(Set<String> unknown) {
        List<String> others = targets.ids().stream().filter(id -> {
            TargetDescriptor target = targets.find(id);
            return target != null && !isStore(target);
        }).toList();
        return String.join(" and ", unknown.stream().map(id -> TargetProperty.of(id) + ".kind=non-transactional").toList())
                + (others.isEmpty() ? "" : " (or name one that is defined: " + String.join(", ", others) + ")");
    }

    /** The id that other changes are likely to use. */
    private String proposed(OutsideEffect effect) {
        if (effect.store() == null) {
            return effect.id();
        }
        for (ConfiguredTarget configured : targets.configured()) {
            TargetDescriptor target = targets.find(configured.id());
            if (target != null && isOf(target, effect.store())) {
                return configured.id();
            }
        }
        return effect.store().id();
    }
}
