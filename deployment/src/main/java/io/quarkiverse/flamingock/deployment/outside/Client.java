package io.quarkiverse.flamingock.deployment.outside;

/**
 * What a type is a client of.
 *
 * @param system what it reaches, as it is called in sentences
 * @param id what a target system for it could be called
 * @param binding what it takes part in
 */
record Client(String system, String id, Binding binding) {

    private static final String ARTICLE = "a ";

    /** What decides whether that a client does is part of a change's transaction. */
    enum Binding {
        /** The datasource that it is of: what is done with it joins the transaction of a change on the same one. */
        DATASOURCE,
        /** The persistence unit that it is of, and so a datasource. */
        PERSISTENCE_UNIT,
        /** The session of MongoDB that it is given with each operation. */
        MONGODB,
        /** What it was given by: the change has connections of its own. */
        CONNECTION,
        /** Nothing. */
        NONE
    }

    static Client of(String system, String id) {
        return new Client(system, id, Binding.NONE);
    }

    /**
     * @param name which one of its kind; null where that is not known or there is one only
     * @return what it reaches
     */
    String reached(String name) {
        return name == null ? system : (system.startsWith(ARTICLE) ? system.substring(ARTICLE.length()) : system) + " " + name;
    }
}
