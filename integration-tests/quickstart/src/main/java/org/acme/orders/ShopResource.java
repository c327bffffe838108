package org.acme.orders;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/**
 * Shows what the changes did.
 */
@Path("/shop")
public class ShopResource {

    private final Products products;
    private final FeatureFlags flags;
    private final Newsletter newsletter;

    ShopResource(Products products, FeatureFlags flags, Newsletter newsletter) {
        this.products = products;
        this.flags = flags;
        this.newsletter = newsletter;
    }

    /** The state of all systems. */
    public record Shop(List<Products.Product> products, Map<String, Integer> flags, List<String> letters) {
    }

    @GET
    public Shop shop() throws SQLException {
        return new Shop(products.all(), flags.all(), newsletter.sent());
    }
}
