package io.quarkiverse.flamingock.deployment.validate;

/**
 * One thing that is wrong.
 *
 * @param place the class, method, parameter or property
 * @param text what was found there, and how to fix it
 */
public record Problem(String place, String text) {

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
