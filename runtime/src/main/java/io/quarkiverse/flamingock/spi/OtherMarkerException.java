package io.quarkiverse.flamingock.spi;

/**
 * A target system holds another marker of a change than the one that was read after its fence had been raised. No change can
 * have written one since then, so that read was out of date, unless somebody has changed the marker by hand: it was answered by
 * a copy of the database, or the database has lost what it had confirmed.
 */
public final class OtherMarkerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Marker found;

    /**
     * @param target the id of the target system
     * @param call the call that met it
     * @param found the marker that is there, null where there is none
     */
    public OtherMarkerException(String target, ChangeCall call, Marker found) {
        super("Target system '" + target + "' holds " + text(found) + " of change '" + call.changeId() + "', but "
                + text(call.seen()) + " was read after its fence had been raised");
        this.found = found;
    }

    /**
     * @return the marker that is there, null where there is none
     */
    public Marker found() {
        return found;
    }

    private static String text(Marker marker) {
        return marker == null ? "no marker" : "a marker with token " + marker.token() + " in state " + marker.state();
    }
}
