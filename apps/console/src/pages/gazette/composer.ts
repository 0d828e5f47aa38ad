import { endpoints } from '@govmedia-hub/contracts';
import { useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';

/** Whether this person composes the gazette: supervisors, and writers of the office that publishes it. */
export function useComposer(): boolean {
  const { may, person } = useSession();
  const { data } = useCall(endpoints.listOrganisations, {}, { enabled: may('operator') });
  return may('supervisor') || (may('operator') && data?.find((unit) => unit.supervising)?.id === person.orgId);
}
