package io.quarkiverse.flamingock.outside;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.deployment.spi.AuditStoreBuildItem;
import io.quarkiverse.flamingock.deployment.spi.TargetSystemKindBuildItem;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.builder.BuildStep;
import io.smallrye.common.annotation.Identifier;

/** Opens what another extension would bring: ledgers and shelves, of the kind "library". */
@Singleton
@Identifier("library")
public class Library implements AuditStoreKind, ChangeTargetKind {

    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    @Override
    public AuditStore open(String name) {
        if (name.equals("closed")) {
            throw new AuditStoreUnavailableException("The library closed is closed; set library.closed.open to true");
        }
        return ledgers.computeIfAbsent(name, Ledger::new);
    }

    @Override
    public ChangeTarget open(String id, String name) {
        return shelves.computeIfAbsent(name, key -> new Shelf(id));
    }

    Shelf shelf(String name) {
        return shelves.get(name);
    }

    /** What its build step would say: there are two stores and two target systems. */
    static Consumer<BuildChainBuilder> buildStep() {
        return new Consumer<>() {
            @Override
            public void accept(BuildChainBuilder chain) {
                chain.addBuildStep(new BuildStep() {
                    @Override
                    public void execute(BuildContext context) {
                        context.produce(new AuditStoreBuildItem("library", "central"));
                        context.produce(new AuditStoreBuildItem("library", "closed"));
                        context.produce(new TargetSystemKindBuildItem("library", List.of("central", "branch"),
                                List.of("io.quarkiverse.flamingock.outside.Shelf$Books")));
                    }
                }).produces(AuditStoreBuildItem.class).produces(TargetSystemKindBuildItem.class).build();
            }
        };
    }
}
