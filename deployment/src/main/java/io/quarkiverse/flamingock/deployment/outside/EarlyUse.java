package io.quarkiverse.flamingock.deployment.outside;

/**
 * Something that a change of phase SCHEMA can use before it is there.
 *
 * @param part what is not there yet, as it is called in sentences
 * @param way by what it can, from the change on
 * @param near whether the change itself is given it, or a bean that the change is given; else there are more between
 */
public record EarlyUse(String part, String way, boolean near) {

    /**
     * @return what it is, in one line
     */
    public String text() {
        return part + ", by " + way;
    }
}
