package io.quarkiverse.flamingock.deployment.outside;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * The transaction of a change.
 *
 * @param target the target system that it is of
 * @param session whether the change is given the session of it, to pass it on
 * @param datasources what the configuration says of datasources
 */
record Transaction(TargetDescriptor target, boolean session, Datasources datasources) {

    /**
     * @param client what something is a client of
     * @param name which one
     * @return whether what is done with it is undone with this transaction
     */
    boolean includes(Client client, String name) {
        return switch (client.binding()) {
            case DATASOURCE, PERSISTENCE_UNIT -> isJta() && name != null && includes(datasource(client, name));
            case MONGODB -> Kind.MONGODB.equals(target.kind()) && session
                    && (name == null || name.equals(target.resource()));
            case CONNECTION, NONE -> false;
        };
    }

    /** Of two datasources in one transaction, one at most may be without a first phase of its commit. */
    private boolean includes(String datasource) {
        return datasource.equals(target.resource())
                || datasources.twoPhase().test(datasource) || datasources.twoPhase().test(target.resource());
    }

    /**
     * @return whether beans can join it, or leave it
     */
    boolean isJta() {
        return Kind.JDBC.equals(target.kind());
    }

    /**
     * @param held what is not part of it
     * @param place what holds it
     * @param applies whether it can be used in it
     * @return what can be done with it
     */
    OutsideEffect effect(Held held, String place, boolean applies) {
        Client client = held.client();
        boolean same = client.binding() == Client.Binding.MONGODB && Kind.MONGODB.equals(target.kind())
                && (held.name() == null || held.name().equals(target.resource()));
        return new OutsideEffect(client.reached(held.name()), place + held.path(),
                same ? Remedy.PASS_THE_SESSION : Remedy.NAME_IT, store(client, held.name()), same ? null : client.id(),
                applies);
    }

    /** Null where it is of none, or can't be known. */
    private DataStore store(Client client, String name) {
        return name == null ? null : switch (client.binding()) {
            case DATASOURCE, PERSISTENCE_UNIT -> new DataStore(Kind.JDBC, datasource(client, name));
            case MONGODB -> new DataStore(Kind.MONGODB, name);
            case CONNECTION, NONE -> null;
        };
    }

    private String datasource(Client client, String name) {
        return client.binding() == Client.Binding.PERSISTENCE_UNIT ? datasources.ofUnit().apply(name) : name;
    }
}
