import { SubmitButton } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field, SelectField, TextAreaField } from './field.tsx'
import { FilterBar } from './filter-bar.tsx'
import { SaveState } from './save-state.tsx'
import { Say, type Story } from './story.tsx'

const fields = (
  <div className="form">
    <Field name="name" label={<Say zh="姓名" en="Name" />} autoComplete="off" required />
    <Field
      name="phone"
      label={<Say zh="手机号" en="Phone" />}
      help={<Say zh="用来登录，不对其他学员显示。" en="Used to sign in; other trainees do not see it." />}
      inputMode="tel"
      isOptional
    />
    <Field name="password" type="password" label={<Say zh="密码" en="Password" />} autoComplete="off" />
    <Field name="dueOn" type="date" label={<Say zh="完成期限" en="Due on" />} isOptional />
    <SelectField name="organisation" label={<Say zh="所在机构" en="Organisation" />}>
      <option>青檐社区居民委员会</option>
      <option>乔头堡街道社会工作服务站</option>
    </SelectField>
    <TextAreaField
      name="body"
      label={<Say zh="留言" en="Note" />}
      help={
        <Say zh="写给学员本人，导师和班主任也看得到。" en="For the trainee; her mentors and coordinator can read it." />
      }
    />
    <SubmitButton intent="save">
      <Say zh="保存" en="Save" />
    </SubmitButton>
  </div>
)

export const stories: readonly Story[] = [
  {
    id: 'fields',
    title: ['输入', 'Fields'],
    states: [
      { name: ['空白', 'Empty'], shown: fields },
      { name: ['紧凑', 'Compact'], shown: <div className="compact">{fields}</div> },
      {
        name: ['填错了', 'With errors'],
        shown: (
          <form className="form" noValidate>
            <Field
              name="phone"
              label={<Say zh="手机号" en="Phone" />}
              defaultValue="1380013"
              error="格式不对，请检查"
              help={<Say zh="11 位数字" en="11 digits" />}
            />
            <SelectField name="role" label={<Say zh="身份" en="Role" />} error="请填写此项" defaultValue="">
              <option value="">—</option>
              <option value="trainee">学员</option>
            </SelectField>
            <TextAreaField name="reason" label={<Say zh="理由" en="Reason" />} error="太短了" defaultValue="调岗" />
          </form>
        ),
      },
      {
        name: ['不能改', 'Not to be changed'],
        shown: (
          <div className="form">
            <Field name="username" label={<Say zh="账号" en="Username" />} defaultValue="xueyuan1" readOnly />
            <Field name="organisation" label={<Say zh="机构" en="Organisation" />} defaultValue="青檐社区" disabled />
          </div>
        ),
      },
      {
        name: ['很长的标签', 'A long label'],
        shown: (
          <div className="form">
            <Field
              name="long"
              label="请用一句话说明：在这次入户走访中，你是怎样确认服务对象真正关心的那件事的？（可以写你问的那句话）"
              help="Please write it as you would tell a colleague in the corridor; names of residents are never written down here, use a letter instead."
            />
          </div>
        ),
      },
    ],
  },
  {
    id: 'choices',
    title: ['选择', 'Choices'],
    states: [
      {
        name: ['单选、多选、勾选', 'One, several, yes or no'],
        shown: (
          <div className="form">
            <RadioGroup
              name="theme"
              legend={<Say zh="外观" en="Theme" />}
              chosen="system"
              isInline
              options={[
                { value: 'system', label: <Say zh="跟随系统" en="As the device" /> },
                { value: 'light', label: <Say zh="浅色" en="Light" /> },
                { value: 'dark', label: <Say zh="深色" en="Dark" /> },
              ]}
            />
            <CheckboxGroup
              name="roles"
              legend={<Say zh="身份" en="Roles" />}
              help={<Say zh="改动后，本人需要重新登录。" en="After a change the person signs in again." />}
              chosen={['mentor']}
              options={[
                { value: 'trainee', label: <Say zh="学员" en="Trainee" /> },
                {
                  value: 'mentor',
                  label: <Say zh="导师" en="Mentor" />,
                  help: <Say zh="看得到所带学员的学习情况" en="Sees the progress of her own trainees" />,
                },
              ]}
            />
            <Checkbox
              name="largePrint"
              label={<Say zh="大字" en="Large print" />}
              help={<Say zh="全部放大到 1.25 倍" en="Everything 1.25 times larger" />}
            />
            <Checkbox
              name="locked"
              disabled
              defaultChecked
              label={<Say zh="已由管理员开启" en="Set by the administrator" />}
            />
          </div>
        ),
      },
      {
        name: ['没有选', 'Nothing chosen'],
        shown: (
          <RadioGroup
            name="tone"
            legend={<Say zh="结论" en="Outcome" />}
            error="请填写此项"
            options={[
              { value: 'a', label: <Say zh="通过" en="Accepted" /> },
              { value: 'b', label: <Say zh="退回修改" en="Returned" /> },
            ]}
          />
        ),
      },
    ],
  },
  {
    id: 'form-states',
    title: ['表单的状态', 'States of a form'],
    states: [
      {
        name: ['错误汇总', 'Summary of errors'],
        shown: (
          <ErrorSummary
            errors={{ name: 'required', phone: 'invalid', '': 'invalid' }}
            labels={{ name: '姓名', phone: '手机号' }}
          />
        ),
      },
      {
        name: ['保存状态', 'Where what was typed is'],
        shown: (
          <div className="flex flex-wrap gap-6">
            <SaveState state="saved" detail={<time>14:03</time>} />
            <SaveState state="saving" />
            <SaveState state="unsaved" />
            <SaveState state="failed" />
          </div>
        ),
      },
      {
        name: ['筛选', 'Filter'],
        shown: (
          <FilterBar label="筛选学员" clearTo="?">
            <Field name="q" label={<Say zh="姓名或拼音" en="Name or pinyin" />} />
            <SelectField name="state" label={<Say zh="进度" en="Progress" />}>
              <option value="">全部</option>
              <option value="behind">落后</option>
              <option value="finished">已完成</option>
            </SelectField>
          </FilterBar>
        ),
      },
    ],
  },
]
