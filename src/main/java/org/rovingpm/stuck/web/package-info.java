/** The pages of stuck cases, and their API for Cockpit and programs. */
package org.rovingpm.stuck.web;
