package io.quarkiverse.flamingock.phases;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Another application. */
@Path("/stock")
@RegisterRestClient(configKey = "stock")
public interface StockClient {

    @GET
    int stock();
}
