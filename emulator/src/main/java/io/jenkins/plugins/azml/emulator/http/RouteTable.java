package io.jenkins.plugins.azml.emulator.http;

import java.util.List;

/** The operations of one resource. */
@FunctionalInterface
public interface RouteTable {
    List<Route> routes();
}
