package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * Finds what a transactional change can do outside of its transaction, and what a change can use before it is there. It sees
 * what the code says, not what it does: that a client is used, or for writing, can't be known.
 */
public final class OutsideAnalysis {

    private final ParameterSources sources;
    private final Datasources datasources;
    private final HeldClients held;
    private final CodeEffects code;
    private final EarlyAnalysis early;
    private final Map<String, List<OutsideEffect>> known = new HashMap<>();

    /**
     * @param index the classes of the application
     * @param classes where to find others
     * @param sources says who supplies what a change asks for
     * @param datasources what the configuration says of datasources
     * @param beans knows what CDI would inject
     */
    public OutsideAnalysis(IndexView index, ClassFiles classes, ParameterSources sources, Datasources datasources,
            ChosenBean beans) {
        this.sources = sources;
        this.datasources = datasources;
        ApplicationClasses application = new ApplicationClasses(index);
        Clients clients = new Clients(classes, new ClientCatalog());
        this.held = new HeldClients(application, clients, new ClientNames(sources::isQualifier), beans);
        this.code = new CodeEffects(application, clients, new CallGraph(application, classes));
        this.early = new EarlyAnalysis(application, classes, sources, beans);
    }

    /**
     * @param change a change
     * @param targets its target systems
     * @return what it can use although that is not there yet, one way to each; nothing where it is applied when all is there
     */
    public List<EarlyUse> early(ScannedChange change, ChangeTargets targets) {
        return targets.first() == null ? List.of() : early.of(change, targets);
    }

    /**
     * @param change a change
     * @param targets its target systems
     * @return what can be seen; nothing for a change without a transaction
     */
    public List<OutsideEffect> of(ScannedChange change, ChangeTargets targets) {
        TargetDescriptor target = targets.first();
        if (target == null || !change.transactional() || TargetDescriptor.Kind.NON_TRANSACTIONAL.equals(target.kind())) {
            return List.of();
        }
        List<OutsideEffect> effects = known.get(change.className());
        if (effects == null) {
            effects = search(change, targets);
            known.put(change.className(), effects);
        }
        return effects;
    }

    private List<OutsideEffect> search(ScannedChange change, ChangeTargets targets) {
        List<OutsideEffect> effects = new ArrayList<>();
        Set<Client> given = new HashSet<>();
        for (Place place : Place.of(change)) {
            Source source = sources.of(place.value(), targets);
            if (source == Source.CDI || source == Source.TARGET_OR_CDI) {
                add(place, source, new Transaction(targets.first(), place.session(), datasources), given, effects);
            }
        }
        effects.addAll(code.of(change, new Transaction(targets.first(), false, datasources), given));
        return List.copyOf(effects);
    }

    /** One way to each system is enough. */
    private void add(Place place, Source source, Transaction transaction, Set<Client> given,
            List<OutsideEffect> effects) {
        Set<String> reached = new HashSet<>();
        for (Held each : held.of(place.value().type(), place.value().annotations())) {
            given.add(each.client());
            boolean own = source == Source.TARGET_OR_CDI && each.path().equals(" (" + place.value().type().name() + ")");
            if (!own && !transaction.includes(each.client(), each.name())
                    && reached.add(each.client().reached(each.name()))) {
                effects.add(transaction.effect(each, place.text(), place.applies()));
            }
        }
    }
}
