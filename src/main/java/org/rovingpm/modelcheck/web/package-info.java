/** The door by which models come in over HTTP: how much of a request is read at all. */
package org.rovingpm.modelcheck.web;
