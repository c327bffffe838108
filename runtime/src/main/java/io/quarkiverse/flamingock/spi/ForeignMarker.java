package io.quarkiverse.flamingock.spi;

/**
 * A marker in a target system that is not of this application's history: of another application, or of the same one under
 * other settings.
 *
 * @param service the application that it names
 * @param prefix what the names of the tables begin with where it was found
 * @param schema the schema that a relational database has them in; null elsewhere
 * @param place the table or collection that it is in, as a person names it
 * @param marker the marker
 */
public record ForeignMarker(String service, String prefix, String schema, String place, Marker marker) {

    /**
     * Of a data store without schemas.
     *
     * @param service as above
     * @param prefix as above
     * @param place as above
     * @param marker as above
     */
    public ForeignMarker(String service, String prefix, String place, Marker marker) {
        this(service, prefix, null, place, marker);
    }
}
