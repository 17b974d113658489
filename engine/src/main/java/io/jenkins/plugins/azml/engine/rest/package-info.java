/**
 * One pipeline for every request to Azure: authorise, send once, classify, decode.
 *
 * <p>Never sleeps and never repeats by itself, but for one refreshed token: what may be tried again is thrown as {@link
 * io.jenkins.plugins.azml.engine.rest.Unsettled}, and the host repeats the turn. Uses {@code problem} and {@code json}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.rest;

import org.jspecify.annotations.NullMarked;
